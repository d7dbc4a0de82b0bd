import type {CommandNotice} from '../../shell/adapter.ts';
import type {Texts} from '../../text/texts.ts';
import type {TranscriptEntry, View} from '../../wizard/view.ts';
import {Store} from '../fields/store.ts';
import {answeredLines, transcriptLine} from '../lines/check-lines.ts';
import {blankLine, type Line} from '../lines/line.ts';
import {noticeLine} from '../lines/notice-line.ts';
import {reportLines} from '../lines/report-lines.ts';

/**
 * The lines that stay above the frame, each printed once and for good: from the moment something is applied,
 * the answers and what is done; at the end, the report.
 */
export class Transcript {
	readonly lines = new Store<readonly Line[]>([]);
	/** How many answers stay above the frame as they were drawn in it. */
	kept = 0;
	readonly #texts: Texts;
	readonly #columns: () => number;
	/** What was last printed or kept of each answer, as JSON by the id of its entry. */
	readonly #said = new Map<string, string>();
	#recorded = 0;
	#isOver = false;

	/** @param columns returns the width of the window, for each table that is drawn */
	constructor(texts: Texts, columns: () => number) {
		this.#texts = texts;
		this.#columns = columns;
	}

	/** Returns the answers that are not above yet: until something is applied they can be taken back. */
	open({answered}: View): TranscriptEntry[] {
		return answered.filter((entry) => this.#said.get(entry.id) !== JSON.stringify(entry));
	}

	/** Keeps these above as the frame drew them; an entry that changes is drawn again. */
	keep(entries: readonly TranscriptEntry[]): void {
		this.kept += entries.length;
		this.#note(entries);
	}

	/** Adds what is new in a view. */
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

	/** Adds a command that has ended (`--explain`); nothing is added after the report. */
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
