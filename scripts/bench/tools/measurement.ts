import type {Report} from './report.ts';

/** What every measurement is given. */
export interface Bench {
	/** A directory for whatever is made on the way; removed at the end. */
	readonly directory: string;
	/** The directory of the product, bundled for this run. */
	readonly product: string;
	/** The directory of the programs that are compared. */
	readonly programs: string;
	/** How often what is timed is repeated. */
	readonly rounds: number;
}

/** One measurement: what `--only` calls it, and what it does. */
export interface Measurement {
	readonly name: string;
	readonly run: (bench: Bench) => Promise<Report>;
}
