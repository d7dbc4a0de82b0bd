import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';

import type {Fault} from './faults.ts';
import {appendLine, readJson, readLines, writeJson} from './files.ts';
import {withChange} from './services.ts';
import type {Change, Services} from './services.ts';

/** What the world began with. */
export interface Beginning {
	/** The operator's own configuration directory. */
	readonly configurationDirectory: string;
	readonly services: Services;
}

/** The faults in force, and since when calls are counted for them. */
export interface FaultsInForce {
	readonly since: number;
	readonly faults: readonly Fault[];
}

interface TimedChange extends Change {
	/** Milliseconds since the epoch from which on it holds. */
	readonly at: number;
}

/**
 * The state of the simulated services: what they began with, and what has happened since. Changes are only ever
 * added, so that no process can lose another one's, and one whose time has not come is not seen yet.
 */
export class Store {
	readonly directory: string;
	#beginning: Beginning | undefined;

	constructor(directory: string) {
		this.directory = directory;
	}

	/** Begins anew. */
	begin(beginning: Beginning, faults: readonly Fault[]): void {
		mkdirSync(this.directory, {recursive: true, mode: 0o700});
		writeJson(this.#path('beginning.json'), beginning);
		rmSync(this.#path('changes.jsonl'), {force: true});
		this.setFaults(faults);
	}

	/** The operator's own configuration directory. */
	get operatorDirectory(): string {
		return this.#read().configurationDirectory;
	}

	/** The services as they are now. */
	get services(): Services {
		const now = Date.now();
		return (readLines(this.#path('changes.jsonl')) as TimedChange[])
			.filter(({at}) => at <= now)
			.toSorted((one, other) => one.at - other.at)
			.reduce<Services>(withChange, this.#read().services);
	}

	/** Adds a change that holds in so many milliseconds. */
	record(change: Change, milliseconds = 0): void {
		appendLine(this.#path('changes.jsonl'), {at: Date.now() + milliseconds, ...change});
	}

	/** The faults in force. */
	get faults(): FaultsInForce {
		return (readJson(this.#path('faults.json')) as FaultsInForce | undefined) ?? {since: 0, faults: []};
	}

	/** Lets these go wrong from now on, and nothing else. */
	setFaults(faults: readonly Fault[]): void {
		writeJson(this.#path('faults.json'), {since: Date.now(), faults});
	}

	#read(): Beginning {
		this.#beginning ??= readJson(this.#path('beginning.json')) as Beginning | undefined;
		if (this.#beginning === undefined)
			throw new Error(`nothing is prepared in ${this.directory}: run simulator-seed first`);
		return this.#beginning;
	}

	#path(name: string): string {
		return join(this.directory, name);
	}
}
