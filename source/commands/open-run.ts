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

/** An open run: on every way out, its children are ended and its private directories are removed. */
export type OpenRun = Extract<Awaited<ReturnType<typeof openRun>>, {readonly ok: true}>;

/** Returns the refusal of a run that an error keeps from starting. */
export function refusedBy(error: CliError): RefusedRun {
	return {ok: false, reason: message(`error.${error.kind}`), error};
}

interface OpenOptions extends Pick<
	RunContextOptions,
	'concurrency' | 'longestMs' | 'readsViaApi' | 'firstFrame'
> {
	/** The scenarios of a rehearsal; undefined for the real CLI. */
	readonly demo: string | undefined;
	/** Whether changes are recorded: then nothing starts unless only the operator can change the journal. */
	readonly keepsJournal?: boolean;
	/** Whether each command is printed on standard error once it has ended (`--explain`, nothing drawn). */
	readonly explains?: boolean;
}

/** Finds the CLI or prepares the rehearsal, and builds what a command works with. */
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

	// Before the directories are removed: a child could write into them again.
	process.prependOnceListener('exit', () => {
		run.adapter.killAll();
	});
	return {
		ok: true as const,
		...run,
		demo,
		// A rehearsal leaves nothing behind, so its journal is removed with it.
		journal: demo === undefined ? journal : createJournal(demo.directory),
		/** The host that checks pairs. */
		pairHost:
			demo === undefined ? pairCheckEndpoint(environment) : {host: texts.text('pair.demoHost'), isIbm: true},
		async close() {
			await run.adapter.endAll();
			run.directories.removeAll();
			await cleaned;
		},
	};
}

/** Removes the private directories of this process when it exits, and names those that are left. */
function removeAtExit(process: NodeJS.Process, texts: Texts): void {
	process.once('exit', () => {
		for (const {path, isEmptied} of removeOwnDirectories()) {
			const left = texts.text(isEmptied ? 'end.leftover' : 'end.leftover.tokens', {path});
			writeAtOnce(process, 'stderr', `${left}\n`);
		}
	});
}

/**
 * Returns a check by the classic API, or in a rehearsal by the simulator: then nothing leaves the machine.
 */
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
 * Returns the operator's directories on this platform, without making them. A variable without an absolute
 * path counts as not set (XDG specification): a directory must not depend on where the program starts.
 *
 * @returns that of private copies and rehearsals (mode 0700, emptied at every exit), and that of the journal.
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
