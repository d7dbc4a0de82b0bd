import type {Report} from './report.ts';

/** What every measurement is given. */
export interface Bench {
	/** A temporary directory, removed at the end. */
	readonly directory: string;
	/** The directory of the product, bundled for this run. */
	readonly product: string;
	readonly programs: string;
	/** How often a timed action is repeated. */
	readonly rounds: number;
}

/** One measurement: its name in `--only`, and what it does. */
export interface Measurement {
	readonly name: string;
	readonly run: (bench: Bench) => Promise<Report>;
}
