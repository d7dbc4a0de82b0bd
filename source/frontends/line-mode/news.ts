import {scopeKey} from '../../plan/plan.ts';
import type {Texts} from '../../text/texts.ts';
import type {Report, View} from '../../wizard/view.ts';
import {leavingLine} from '../lines/progress-lines.ts';
import {scopeProgressLines} from '../lines/scope-lines.ts';
import {checkLine, transcriptLine} from '../lines/check-lines.ts';
import type {Line} from '../lines/line.ts';
import {plainLine} from '../lines/print.ts';
import {reportLines} from '../lines/report-lines.ts';

/** Reports each event once: results of checks, lines of the transcript, and every step of applying. */
export class News {
	readonly #texts: Texts;
	/** The last lines reported under each id. */
	readonly #said = new Map<string, string>();
	#recorded = 0;

	constructor(texts: Texts) {
		this.#texts = texts;
	}

	of({transcript, answered, stage}: View): string[] {
		const texts = this.#texts;
		const checks = stage.kind === 'checks' ? stage.checks : [];
		const scopes = stage.kind === 'apply' ? stage.progress.scopes : [];
		const entries = transcript.slice(this.#recorded);
		this.#recorded = transcript.length;
		return [
			...checks.flatMap((check) =>
				this.#fresh(`check ${check.id}`, check.result && [checkLine(check, texts)]),
			),
			// Checks were reported with their result: not again as lines of the transcript.
			...entries.flatMap((entry) => {
				const line = plainLine(transcriptLine(entry, texts));
				return entry.about === 'check' && this.#isSaid('check', line) ? [] : [line];
			}),
			// Answers from an option or the environment are reported once: nothing is set unannounced.
			...answered
				.filter(({source}) => source !== undefined)
				.flatMap((entry) => this.#fresh(`answer ${entry.id}`, [transcriptLine(entry, texts)])),
			...scopes.flatMap((scope) => {
				const id = `scope ${scopeKey(scope.planned.scope)}`;
				// That a scope waits for its turn is worth a sentence only if it had ended before.
				const isUnsaid = scope.state.kind === 'pending' && !this.#said.has(id);
				const lines = this.#fresh(id, scopeProgressLines(scope, texts));
				return isUnsaid ? [] : lines;
			}),
			...this.#fresh('leaving', stage.kind === 'apply' ? leavingLine(stage.progress, texts) : []),
		];
	}

	/** Returns the end of the session, without what was already reported about the scopes. */
	end(report: Report): string[] {
		return reportLines(report, this.#texts, 'spoken')
			.map(plainLine)
			.filter((line) => !this.#isSaid('scope', line));
	}

	/** Returns the lines, unless they are the last ones reported under this id. */
	#fresh(id: string, lines: readonly Line[] = []): string[] {
		const said = lines.map(plainLine);
		const isNew = this.#said.get(id) !== said.join('\n');
		this.#said.set(id, said.join('\n'));
		return isNew ? said : [];
	}

	#isSaid(kind: string, line: string): boolean {
		return [...this.#said].some(([id, text]) => id.startsWith(kind) && text.split('\n').includes(line));
	}
}
