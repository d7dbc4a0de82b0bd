import type {Line, Mark, Tone} from '../line.ts';

/** What a row says in one column. */
export interface Cell {
	readonly text: string;
	readonly tone?: Tone;
	/** The usernames in the text, which may be shown short. */
	readonly names?: readonly string[];
	/** Several things of which the first and a number are enough where there is little room. */
	readonly items?: readonly string[];
}

/** One column; the first is always the scope. */
export interface Column {
	/** Above the column, and in front of the value where each row is a block. */
	readonly title: string;
	/** In front of what is said once above where every row says the same; without it the column stays. */
	readonly sharedTitle?: string;
}

/** One scope in the table. */
export interface TableRow {
	readonly mark: Mark;
	readonly cells: readonly Cell[];
	readonly group: string;
	/** The worst is 0, and comes first. */
	readonly rank: number;
	/** Never left out, however little room there is. */
	readonly isKept: boolean;
	/** Said below the row. */
	readonly below?: readonly Line[];
}

/** Scopes with what is told of each: one value for review, progress, receipt and status. */
export interface Table {
	readonly columns: readonly Column[];
	readonly rows: readonly TableRow[];
}

/** How a table is shown: in so many columns, with rows of a kind folded; or spoken, a sentence a row. */
export type TableRoom = {readonly columns: number; readonly isFolded?: boolean} | 'spoken';

/** Room without a limit: nothing is made short where lines go into a file or another program. */
export const endless: TableRoom = {columns: Number.POSITIVE_INFINITY};
