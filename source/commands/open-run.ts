import {homedir} from 'node:os';
import {isAbsolute, join} from 'node:path';
import {removeLeftovers, removeOwnDirectories} from '../disk/private-directory.ts';
import {noticeLine} from '../frontends/lines/notice-line.ts';
import {pairCheckEndpoint} from '../http/address.ts';
import {accountNumberOf} from '../ibmcloud/facts/accounts.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {unsafePath} from '../ibmcloud/unsafe-path.ts';
import {createJournal} from '../plan/journal.ts';
import type {Environment} from '../shell/environment.ts';
import {findProgram} from '../shell/program.ts';
import {message} from '../text/message.ts';
import type {Texts} from '../text/texts.ts';
import type {CommandContext, RefusedRun} from './command.ts';
import {namedScenarios} from './common-options.ts';
import {prepareDemo, type Demo} from './demo.ts';
import {linesFor, writeAtOnce} from './output.ts';
import {createRunContext, type RunContextOptions} from './run-context.ts';
import type {CheckPair} from './session-reads.ts';

/** A run that is open: its children end, and its private directories are removed, on every way out. */
export type OpenRun = Extract<Awaited<ReturnType<typeof openRun>>, {readonly ok: true}>;

/** Nothing is started because of an error. */
export function refusedBy(error: CliError): RefusedRun {
	return {ok: false, reason: message(`error.${error.kind}`), error};
}

interface OpenOptions extends Pick<
	RunContextOptions,
	'concurrency' | 'longestMs' | 'readsViaApi' | 'firstFrame'
> {
	/** The scenarios of a rehearsal, or undefined for the real CLI. */
	readonly demo: string | undefined;
	/** Whether changes are recorded: then nothing begins unless the journal is the operator's alone. */
	readonly keepsJournal?: boolean;
	/**
	 * Whether each command is said on standard error once it has ended (`--explain` where nothing is drawn).
	 */
	readonly explains?: boolean;
}

/** Finds the CLI, or prepares the rehearsal, and puts together what a command works with. */
export async function openRun(
	{process, simulator, texts}: CommandContext,
	{demo: scenario, keepsJournal = false, explains = false, ...options}: OpenOptions,
) {
	const {env: environment} = process;
	const {privateDirectories, state} = ownDirectories(environment);
	const journal = createJournal(state);
	const error =
		unsafePath(privateDirectories, 'directory') ??
		(keepsJournal && scenario === undefined ? journal.error() : undefined);
	if (error !== undefined) {
		return refusedBy(error);
	}

	const cleaned = removeLeftovers(privateDirectories);
	removeAtExit(process, texts);
	const demo =
		scenario === undefined
			? undefined
			: await prepareDemo(simulator, scenario, environment, privateDirectories);
	if (scenario !== undefined && demo === undefined) {
		const names = namedScenarios.map(({name}) => name);
		return {ok: false, reason: message('usage.unknownScenario', {names})} as const satisfies RefusedRun;
	}

	const run = createRunContext({
		...options,
		environment: demo?.environment ?? environment,
		homeDirectory: homedir(),
		program: demo === undefined ? findProgram('ibmcloud', environment) : {kind: 'found', program: simulator},
		privateDirectories,
		checkPair: pairChecker(demo, environment),
	});
	if (explains) {
		run.adapter.observe((notice) => {
			process.stderr.write(linesFor(process, 'stderr', [noticeLine(notice, texts, 0)]));
		});
	}

	// Before the directories go: a child could write into them once more.
	process.prependOnceListener('exit', () => {
		run.adapter.killAll();
	});
	return {
		ok: true as const,
		...run,
		demo,
		// A rehearsal leaves nothing behind, so its journal goes with it.
		journal: demo === undefined ? journal : createJournal(demo.directory),
		/** With whom pairs are checked. */
		pairHost:
			demo === undefined ? pairCheckEndpoint(environment) : {host: texts.text('pair.demoHost'), isIbm: true},
		async close() {
			await run.adapter.endAll();
			run.directories.removeAll();
			await cleaned;
		},
	};
}

/** At the end of the process removes the private directories that it has made, and says which are left. */
function removeAtExit(process: NodeJS.Process, texts: Texts): void {
	process.once('exit', () => {
		for (const {path, isEmptied} of removeOwnDirectories()) {
			const left = texts.text(isEmptied ? 'end.leftover' : 'end.leftover.tokens', {path});
			writeAtOnce(process, 'stderr', `${left}\n`);
		}
	});
}

/** The classic API, or in a rehearsal the simulator's word: nothing leaves the machine then. */
function pairChecker(demo: Demo | undefined, environment: Environment): CheckPair {
	return async (username, apiKey, signal) => {
		if (demo === undefined) {
			const {checkPair} = await import('../http/pair-check.ts');
			const {url: endpoint} = pairCheckEndpoint(environment);
			return checkPair({username, apiKey, endpoint, proxyEnvironment: environment, signal});
		}

		const account = accountNumberOf(username);
		return apiKey.matches((value) => value === demo.keys.get(username))
			? {kind: 'valid', ...(account === undefined ? {} : {account})}
			: {kind: 'refused', words: ''};
	};
}

const name = 'classic-credentials';

/**
 * The directories of this operator on this platform; makes none of them. A variable that names no absolute
 * path counts as not set (XDG specification): a directory of ours must not depend on where we are started.
 *
 * @returns that of private copies and rehearsals (mode 0700, emptied at every end), and that of the journal.
 */
export function ownDirectories(environment: Environment): {
	readonly privateDirectories: string;
	readonly state: string;
} {
	const home = homedir();
	const given = (variable: string, usual: string): string => {
		const value = environment[variable] ?? '';
		return join(isAbsolute(value) ? value : join(home, usual), name);
	};
	const [cache, state] =
		process.platform === 'darwin'
			? [join(home, 'Library/Caches', name), join(home, 'Library/Logs', name)]
			: [given('XDG_CACHE_HOME', '.cache'), given('XDG_STATE_HOME', '.local/state')];
	return {privateDirectories: join(cache, 'private'), state};
}
