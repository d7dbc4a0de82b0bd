import {execFileSync} from 'node:child_process';
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {standardServices} from '../../../source/simulator/standard.ts';
import {makeUsers} from './users.ts';

/** How the stand-in behaves. */
export interface StandInOptions {
	/** Seconds that each call takes; none by default. */
	readonly latency?: number;
	/** The number of infrastructure users; those of the simulated account by default. */
	readonly users?: number;
	readonly environment?: Readonly<Record<string, string>>;
	/** The resource groups, the first one targeted; those of the simulated account by default. */
	readonly groups?: readonly string[];
}

/** The resource groups of the simulated account; the first one is targeted. */
export const groups = ['default', 'infra', 'team-a'] as const;

export const regions = ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd'] as const;

/** A user who is in every list. */
export const sampleUser = '1234567_infra.admin@example.com';

const columns = ['id', 'username', 'email', 'displayName', 'classicAPIKey', 'status'].flatMap((name) => [
	'--column',
	name,
]);
const json = ['--output', 'json'];

const userList = ['sl', 'user', 'list', ...columns, ...json];

/** The reads whose answer never changes. */
const reads: ReadonlyArray<readonly string[]> = [
	['version'],
	['plugin', 'list', ...json],
	['account', 'show', ...json],
	['account', 'list', ...json],
	userList,
	['resource', 'groups', ...json],
	['ks', 'cluster', 'ls', '--provider', 'classic', ...json, '-q'],
];

/**
 * A machine of its own whose `ibmcloud` costs next to nothing: a shell script that pauses, then prints what
 * the simulator answered beforehand. It knows what is set, and which group a private copy targets.
 */
export class StandIn implements Disposable {
	readonly directory: string;
	readonly environment: Readonly<Record<string, string>>;
	readonly #answers: string;
	readonly #simulator: string;

	/** @param product the directory of the bundled product, with the simulator in it */
	constructor(parent: string, product: string, options: StandInOptions = {}) {
		this.directory = path.join(parent, `stand-in-${(counter += 1)}`);
		this.#simulator = path.join(product, 'simulator.js');
		this.#answers = path.join(this.directory, 'answers');
		const home = path.join(this.directory, 'home');
		const binaries = path.join(this.directory, 'bin');
		for (const made of [home, binaries, path.join(this.#answers, 'set')]) {
			mkdirSync(made, {recursive: true, mode: 0o700});
		}

		this.environment = {
			PATH: `${binaries}:/usr/bin:/bin`,
			HOME: home,
			TERM: 'xterm-256color',
			LANG: 'en_US.UTF-8',
			// Nothing listens there: a measurement that checks pairs sets its own server.
			ENV_SL_API_ENDPOINT: 'http://127.0.0.1:9/rest/v3.1',
			CLASSIC_CREDENTIALS_SIMULATOR_STATE: path.join(this.directory, 'state'),
			CLASSIC_CREDENTIALS_SIMULATOR_SCENARIO: 'standard',
			...(options.groups === undefined ? {} : this.#scenarioWith(options.groups)),
			CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: 'none',
			...options.environment,
		};
		this.#simulate(['simulator-seed']);
		this.#write(path.join(binaries, 'ibmcloud'), this.#script(options), 0o755);
	}

	/** The demo API key of the sample user. */
	get key(): string {
		return this.#simulate(['simulator-key', sampleUser]).trim();
	}

	get userList(): readonly string[] {
		return userList;
	}

	/** Returns the arguments of every call so far, in the order of their starts; a change's are cut short. */
	calls(): readonly string[] {
		const unknown = path.join(this.#answers, 'unknown');
		if (existsSync(unknown)) {
			throw new Error(`The stand-in has no answer to: ${readFileSync(unknown, 'utf8')}`);
		}

		const log = path.join(this.#answers, 'log');
		return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
	}

	/** Forgets the credentials that were set, and the calls. */
	reset(): void {
		rmSync(path.join(this.#answers, 'log'), {force: true});
		rmSync(path.join(this.#answers, 'set'), {recursive: true, force: true});
		mkdirSync(path.join(this.#answers, 'set'));
	}

	[Symbol.dispose](): void {
		rmSync(this.directory, {recursive: true, force: true});
	}

	/** Returns what seeds the simulator with these groups in the account of the login. */
	#scenarioWith(names: readonly string[]): Readonly<Record<string, string>> {
		const [own, ...others] = standardServices.accounts;
		const known = new Map(own?.groups.map((group) => [group.name, group]));
		const made = names.map((name) => known.get(name) ?? {id: name.padEnd(32, '0'), name, isDefault: false});
		const file = path.join(this.directory, 'scenario.json');
		const services = {accounts: [{...own, groups: made}, ...others]};
		this.#write(file, JSON.stringify({services}));
		return {CLASSIC_CREDENTIALS_SIMULATOR_FILE: file};
	}

	#script({latency, users, groups: names = groups}: StandInOptions): string {
		const cases = reads.map((args, index) => {
			const answer =
				users !== undefined && args[0] === 'sl' ? makeUsers(users, sampleUser) : this.#simulate(args);
			this.#write(path.join(this.#answers, `read-${index}`), answer);
			return `'${args.join(' ')}') exec cat "$d/read-${index}";;`;
		});
		this.#write(path.join(this.#answers, 'permissions'), this.#simulate(permissions));
		for (const name of names) {
			this.#simulate(['target', '-g', name]);
			this.#write(path.join(this.#answers, `target-${name}`), this.#simulate(['target', ...json]));
			this.#write(
				path.join(this.#answers, `configuration-${name}`),
				readFileSync(this.#configuration, 'utf8'),
			);
		}

		this.#simulate(['target', '-g', 'default']);
		return `#!/bin/sh
d='${this.#answers}'
case "$3" in set) echo "$1 $2 $3";; *) echo "$*";; esac >>"$d/log"
${latency === undefined ? '' : `sleep ${latency}`}
group=default
if [ -n "$IBMCLOUD_HOME" ] && [ -e "$IBMCLOUD_HOME/group" ]; then read -r group <"$IBMCLOUD_HOME/group"; fi
for word; do case $word in
	--region=*) region=\${word#*=};;
	--infrastructure-username=*) user=\${word#*=};;
esac; done
case "$*" in
${cases.join('\n')}
'target --output json') exec cat "$d/target-$group";;
'target -g '*) [ -n "$IBMCLOUD_HOME" ] || exit 98; echo "$3" >"$IBMCLOUD_HOME/group"; exec cp "$d/configuration-$3" "$IBMCLOUD_HOME/.ibmcloud/config.json";;
'ks infra-permissions get '*) exec cat "$d/permissions";;
'ks credential set classic '*) echo "$user" >"$d/set/$group.$region";;
'ks credential get '*)
	if [ -e "$d/set/$group.$region" ]; then
		read -r user <"$d/set/$group.$region"
		printf '{"apiUser": "%s"}\\n' "$user"
	else
		echo FAILED >&2
		echo 'No credentials set for resource group default.: The user credentials could not be found. (E0051)' >&2
		exit 1
	fi;;
*) echo "$1 $2 $3" >>"$d/unknown"; exit 97;;
esac
`;
	}

	get #configuration(): string {
		return path.join(this.environment['HOME'] ?? '', '.bluemix/config.json');
	}

	#write(file: string, content: string, mode = 0o600): void {
		writeFileSync(file, content, {mode});
	}

	#simulate(args: readonly string[]): string {
		return execFileSync(process.execPath, [this.#simulator, ...args], {
			env: this.environment,
			encoding: 'utf8',
		});
	}
}

const permissions = ['ks', 'infra-permissions', 'get', '--region=us-south', ...json, '-q'];
let counter = 0;
