import type {CommandNotice} from '../../shell/adapter.ts';
import type {Texts} from '../../text/texts.ts';
import type {TranscriptEntry, View} from '../../wizard/view.ts';
import {Store} from '../fields/store.ts';
import {answeredLines, transcriptLine} from '../lines/check-lines.ts';
import {blankLine, type Line} from '../lines/line.ts';
import {noticeLine} from '../lines/notice-line.ts';
import {reportLines} from '../lines/report-lines.ts';

/**
 * What stays above the frame, each line once and for good: what was answered, from the moment in which
 * something is applied, what is done, and at the end the report.
 */
export class Transcript {
	readonly lines = new Store<readonly Line[]>([]);
	/** How many answers stay above the frame as they were drawn in it. */
	kept = 0;
	readonly #texts: Texts;
	readonly #columns: () => number;
	/** What was said last of each thing that was checked or answered. */
	readonly #said = new Map<string, string>();
	#recorded = 0;
	#isOver = false;

	/** @param columns how wide the window is when a table is drawn. */
	constructor(texts: Texts, columns: () => number) {
		this.#texts = texts;
		this.#columns = columns;
	}

	/** What was answered and does not stand here yet: until something is applied it can be taken back. */
	open({answered}: View): TranscriptEntry[] {
		return answered.filter((entry) => this.#said.get(entry.id) !== JSON.stringify(entry));
	}

	/** These stay above as they were drawn in the frame, and are drawn again only where they change. */
	keep(entries: readonly TranscriptEntry[]): void {
		this.kept += entries.length;
		this.#note(entries);
	}

	/** Takes over what is new in a view. */
	take(view: View): void {
		const {transcript, stage} = view;
		const texts = this.#texts;
		const done = transcript.slice(this.#recorded).filter(({about}) => about === 'scope');
		this.#recorded = transcript.length;
		const answered = stage.kind === 'apply' || stage.kind === 'end' ? this.open(view) : [];
		this.#note(answered);
		const room = {columns: this.#columns() - 1};
		const report = stage.kind === 'end' && !this.#isOver ? reportLines(stage.report, texts, room) : [];
		this.#isOver = stage.kind === 'end';
		this.#add([
			...answeredLines(answered, texts),
			...done.map((entry) => transcriptLine(entry, texts)),
			...(report.length === 0 ? [] : [blankLine]),
			...report,
		]);
	}

	/** A command has ended (`--explain`). What is said at the end is the last of all. */
	explain(notice: CommandNotice): void {
		this.#add(this.#isOver ? [] : [noticeLine(notice, this.#texts)]);
	}

	#note(entries: readonly TranscriptEntry[]): void {
		for (const entry of entries) {
			this.#said.set(entry.id, JSON.stringify(entry));
		}
	}

	#add(lines: readonly Line[]): void {
		if (lines.length > 0) {
			this.kept = 0;
			this.lines.set([...this.lines.get(), ...lines]);
		}
	}
}
