import {rmSync} from 'node:fs';
import path from 'node:path';
import {withChange, type ColleagueChange, type ServiceChange} from './changes.ts';
import {configurationDirectory} from './configuration-directory.ts';
import type {Fault} from './faults.ts';
import {appendLine, readJson, readLines, writeJson} from './files.ts';
import type {Services} from './services.ts';
import {groupFields, logIn, readLogin} from './session.ts';

interface Beginning {
	readonly operatorDirectory: string;
	readonly services: Services;
}

/**
 * The state of the simulated services: the beginning, and all changes since. Changes are only appended, so
 * that no process can lose another's. One whose time has not come is not visible yet.
 */
export class ServiceStore {
	readonly directory: string;

	constructor(directory: string) {
		this.directory = directory;
	}

	begin(beginning: Beginning, faults: readonly Fault[]): void {
		writeJson(this.#file('beginning.json'), beginning);
		rmSync(this.#file('changes.jsonl'), {force: true});
		this.setFaults(faults);
	}

	/** Returns the operator's own configuration directory, and the services as they are now. */
	read(): Beginning {
		const beginning = this.#prepared('beginning.json') as Beginning;
		const now = Date.now();
		const changes = readLines(this.#file('changes.jsonl')) as Array<ServiceChange & {readonly at: number}>;
		const happened = changes.filter(({at}) => at <= now).toSorted((one, other) => one.at - other.at);
		return {...beginning, services: happened.reduce<Services>(withChange, beginning.services)};
	}

	/** Adds a change that takes effect after the given milliseconds. */
	record(change: ServiceChange, milliseconds = 0): void {
		appendLine(this.#file('changes.jsonl'), {at: Date.now() + milliseconds, ...change});
	}

	/** Makes a colleague's change. @param inUse has the session that may end; default the operator's own. */
	recordOfColleague({session, target, ...change}: ColleagueChange, inUse = this.#operators()): void {
		const endedSession = session && readLogin(inUse.read())?.sessionId;
		this.record(endedSession === undefined ? change : {...change, endedSession});
		if (target !== undefined) {
			this.#changeTarget(target);
		}
	}

	/** The faults in force, and the time since when calls are counted for them. */
	get faults(): {readonly since: number; readonly faults: readonly Fault[]} {
		return this.#prepared('faults.json') as ServiceStore['faults'];
	}

	/** Replaces the faults in force. */
	setFaults(faults: readonly Fault[]): void {
		writeJson(this.#file('faults.json'), {since: Date.now(), faults});
	}

	/** Changes the operator's own configuration, even if the call runs in a private copy. */
	#changeTarget({account: guid, group}: NonNullable<ColleagueChange['target']>): void {
		const {services} = this.read();
		const directory = this.#operators();
		const configuration = directory.read();
		const login = readLogin(configuration);
		const account = services.accounts.find((one) => one.guid === (guid ?? configuration.Account.GUID));
		const changed = guid && login ? logIn(configuration, services, account, login) : configuration;
		const ResourceGroup = groupFields(account?.groups.find(({name}) => name === group));
		directory.write(group === undefined ? changed : {...changed, ResourceGroup});
	}

	#operators() {
		return configurationDirectory(this.read().operatorDirectory);
	}

	#prepared(name: string): unknown {
		const content = readJson(this.#file(name));
		if (content === undefined) {
			throw new Error(`nothing is prepared in ${this.directory}: run simulator-seed first`);
		}

		return content;
	}

	#file(name: string): string {
		return path.join(this.directory, name);
	}
}
