import type {ScopeProgress} from '../../plan/plan.ts';
import type {Texts} from '../../text/texts.ts';
import type {Board, Check, RecordEntry, Report, View} from '../../wizard/view.ts';
import {boardLines, scopeProgressLines} from '../lines/board-lines.ts';
import {checkLine, recordLine} from '../lines/check-lines.ts';
import {reportLines} from '../lines/report-lines.ts';
import {plainLine} from './print.ts';

/** What has happened, told once: results of checks, lines of the record, and every step of applying. */
export class Chronicle {
	readonly #texts: Texts;
	readonly #checks = new Map<string, string>();
	readonly #scopes = new Map<string, string>();
	/** Checks that were told when they came to their result: as lines of the record they are not told again. */
	#toldChecks: string[] = [];
	#recorded = 0;
	#isLeavingTold = false;

	constructor(texts: Texts) {
		this.#texts = texts;
	}

	/** What is new in this view. */
	news({record, stage}: View): string[] {
		return [
			...(stage.kind === 'checks' ? this.#checkNews(stage.checks) : []),
			...this.#recordNews(record),
			...(stage.kind === 'apply' ? this.#boardNews(stage.board) : []),
		];
	}

	/** The end of the session, without what has been told of the scopes already. */
	end(report: Report): string[] {
		const told = new Set([...this.#scopes.values()].flatMap((lines) => lines.split('\n')));
		return reportLines(report, this.#texts)
			.map(plainLine)
			.filter((line) => !told.has(line));
	}

	#checkNews(checks: readonly Check[]): string[] {
		return checks.flatMap((check) => {
			if (check.result === undefined) {
				this.#checks.delete(check.id);
				return [];
			}

			const line = plainLine(checkLine(check, this.#texts));
			if (this.#checks.get(check.id) === line) {
				return [];
			}

			this.#checks.set(check.id, line);
			this.#toldChecks.push(line);
			return [line];
		});
	}

	#recordNews(record: readonly RecordEntry[]): string[] {
		const entries = record.slice(this.#recorded);
		this.#recorded = record.length;
		return entries.flatMap((entry) => {
			const line = plainLine(recordLine(entry, this.#texts));
			const wasTold = this.#toldChecks.includes(line);
			this.#toldChecks = this.#toldChecks.filter((told) => told !== line);
			return wasTold ? [] : [line];
		});
	}

	#boardNews({scopes, isLeaving}: Board): string[] {
		const lines = scopes.flatMap((scope) => this.#scopeNews(scope));
		const isNew = isLeaving && !this.#isLeavingTold;
		this.#isLeavingTold ||= isLeaving;
		return isNew
			? [...lines, ...boardLines({scopes: [], isLeaving, actions: []}, this.#texts).map(plainLine)]
			: lines;
	}

	/** That a scope waits for its turn is only worth a sentence when it had ended before. */
	#scopeNews(scope: ScopeProgress): string[] {
		const {region, group} = scope.planned.scope;
		const id = `${region}:${group.id}`;
		const text = scopeProgressLines(scope, this.#texts).map(plainLine).join('\n');
		const isFirst = !this.#scopes.has(id);
		if (this.#scopes.get(id) === text) {
			return [];
		}

		this.#scopes.set(id, text);
		return isFirst && scope.state.kind === 'pending' ? [] : text.split('\n');
	}
}
