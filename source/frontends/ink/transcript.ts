import type {CommandNotice} from '../../shell/adapter.ts';
import type {Texts} from '../../text/texts.ts';
import type {View} from '../../wizard/view.ts';
import {Store} from '../fields/store.ts';
import {transcriptLine} from '../lines/check-lines.ts';
import type {Line} from '../lines/line.ts';
import {noticeLine} from '../lines/notice-line.ts';
import {reportLines} from '../lines/report-lines.ts';

/** What stays above the frame, each line once and for good: what is decided and done, at the end the report. */
export class Transcript {
	readonly lines = new Store<readonly Line[]>([]);
	readonly #texts: Texts;
	readonly #columns: () => number;
	#recorded = 0;
	#isOver = false;

	/** @param columns how wide the window is when a table is drawn. */
	constructor(texts: Texts, columns: () => number) {
		this.#texts = texts;
		this.#columns = columns;
	}

	/** Takes over what is new in a view. */
	take({transcript, stage}: View): void {
		const entries = transcript.slice(this.#recorded).map((entry) => transcriptLine(entry, this.#texts));
		this.#recorded = transcript.length;
		const room = {columns: this.#columns() - 1};
		const report = stage.kind === 'end' && !this.#isOver ? reportLines(stage.report, this.#texts, room) : [];
		this.#isOver = stage.kind === 'end';
		this.#add([...entries, ...report]);
	}

	/** A command has ended (`--explain`). What is said at the end is the last of all. */
	explain(notice: CommandNotice): void {
		this.#add(this.#isOver ? [] : [noticeLine(notice, this.#texts)]);
	}

	#add(lines: readonly Line[]): void {
		if (lines.length > 0) {
			this.lines.set([...this.lines.get(), ...lines]);
		}
	}
}
