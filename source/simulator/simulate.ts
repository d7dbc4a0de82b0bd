import {logCall, readCalls} from './call-log.ts';
import type {Call, Command} from './call.ts';
import {makeColleagueChange} from './colleague.ts';
import {findCommand} from './commands/find.ts';
import {Failure, UsageFailure} from './failure.ts';
import {faultsOf, isAnswer, together} from './faults.ts';
import type {Fault} from './faults.ts';
import {parseFlags} from './flags.ts';
import {Home, configurationDirectory} from './home.ts';
import type {Store} from './store.ts';
import {lines} from './text.ts';
import {voiceOf} from './voice.ts';
import type {Voice} from './voice.ts';

/** What a call prints at its end, and its exit status. */
interface Answer {
	readonly stdout: string;
	readonly stderr: string;
	readonly exitCode: number;
}

/** Behaves like `ibmcloud ARGS`. @returns the exit status. */
export async function simulate(
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
	store: Store,
): Promise<number> {
	const home = new Home(configurationDirectory(environment));
	const configuration = home.read();
	const place = {
		configurationDirectory: home.directory,
		targetedGroup: configuration.ResourceGroup.Name,
	};
	const {id, ended} = logCall(store.directory, args, environment, place);
	const {since, faults} = store.faults;
	const calls = faults.length === 0 ? [] : readCalls(store.directory);
	const met = faultsOf(
		faults,
		calls.filter(({startedAt}) => startedAt >= since),
		id,
	);
	const voice = voiceOf(configuration, environment);
	const act = () => ownAnswer(args, {environment, home, voice, store}, fault.lateEffect);
	const fault = together(met);
	if (fault.ignoresSignals === true) {
		for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
	}
	const early = fault.afterEffect === true ? await act() : undefined;
	await wait(latencyOf(environment, findCommand(args)?.command) + (fault.delay ?? 0));
	const acts = !isAnswer(fault) || fault.lateEffect !== undefined;
	const own = early ?? (acts ? await act() : undefined);
	for (const {change} of met) if (change !== undefined) makeColleagueChange(store, home, change);
	const answer = await faultyAnswer(fault, own, voice);
	process.stdout.write(answer.stdout);
	process.stderr.write(answer.stderr);
	ended(answer.exitCode);
	return answer.exitCode;
}

interface Surroundings {
	readonly environment: NodeJS.ProcessEnv;
	readonly home: Home;
	readonly voice: Voice;
	readonly store: Store;
}

/** Lets the command act, and gives what it has to say. */
async function ownAnswer(
	args: readonly string[],
	{environment, home, voice, store}: Surroundings,
	lateEffect: number | undefined,
): Promise<Answer> {
	try {
		const {command, rest} = chooseCommand(args, home);
		const name = command.names[0] ?? '';
		const call: Call = {
			name,
			flags: parseFlags(rest, command.flags, `ibmcloud ${name} ${command.flags}`),
			environment,
			home,
			voice,
			services: store.services,
			change: (change) => store.record(change, lateEffect),
			say: (...said) => process.stdout.write(lines(...said)),
		};
		process.stderr.write(notices(call));
		if (call.services.hasUpdate) call.say(...updateNotice(call));
		return {stdout: await command.run(call), stderr: '', exitCode: 0};
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		const usage = error instanceof UsageFailure && error.usage !== '' ? lines('USAGE:', error.usage) : '';
		// `sl` always ends with 1 (seen); for the others the number is unknown.
		return {stdout: usage, stderr: voice.failed(error.lines), exitCode: 1};
	}
}

/** Without the plug-in its namespace does not exist (seen). */
function chooseCommand(args: readonly string[], home: Home): NonNullable<ReturnType<typeof findCommand>> {
	const found = findCommand(args);
	const name = found?.command.names[0] ?? '';
	const isMissing =
		(name.startsWith('ks ') && !home.hasPlugin('container-service')) ||
		(name.startsWith('sl ') && !home.hasPlugin('sl'));
	if (found === undefined || isMissing)
		throw new Failure(`'${args[0] ?? ''}' is not a registered command. See 'ibmcloud help'.`);
	return found;
}

/**
 * What stands on standard error beside the answer. Without -q the `ks` plug-in adds a message of the day (documented);
 * where to is unknown. With IBMCLOUD_TRACE=true there are requests (seen for `sl`), and here the key of `credential set`
 * is in clear, so that a client that leaves the trace on is found out (inferred: only programs that trace through the
 * SDK mask secrets).
 */
function notices({name, flags, environment, home}: Call): string {
	const daily = name.startsWith('ks ') && !flags.has('-q');
	const {Trace, IAMToken} = home.read();
	const isTraced = (environment['IBMCLOUD_TRACE'] || environment['BLUEMIX_TRACE'] || Trace) === 'true';
	const key = flags.get('--infrastructure-api-key');
	return lines(
		...(daily ? ['Message of the day: use -q to suppress this message.'] : []),
		...(isTraced
			? [`${new Date().toISOString()} [DEBUG] Request: ${name}`, `Authorization: ${IAMToken}`]
			: []),
		...(isTraced && key !== undefined ? [`X-Auth-Softlayer-APIKey: ${key}`] : []),
	);
}

/** Seen with an old version; which lines go to which stream is unknown. */
function updateNotice({environment, home}: Call): string[] {
	if (environment['IBMCLOUD_VERSION_CHECK'] === 'false' || home.read().CheckCLIVersionDisabled) return [];
	return [
		'New version 2.39.0 is available.',
		'Release notes: https://release-notes.example',
		"TIP: use 'ibmcloud config --check-version=false' to disable update check.",
		'',
		'Do you want to update? [y/N]> ',
	];
}

async function faultyAnswer(fault: Fault, own: Answer | undefined, voice: Voice): Promise<Answer> {
	if (fault.floods === true) await flood(fault.stdout ?? '');
	if (fault.hangs === true) await hang();
	if (fault.signal !== undefined) {
		process.kill(process.pid, fault.signal);
		await hang();
	}
	if (!isAnswer(fault) && own !== undefined) {
		const [pattern = '', replacement = ''] = fault.replace ?? [];
		return pattern === '' ? own : {...own, stdout: own.stdout.replace(new RegExp(pattern, 'g'), replacement)};
	}
	const {stdout = '', exit = fault.stderr === undefined ? 0 : 1} = fault;
	const {stderr = ''} = fault;
	return {stdout, stderr: exit === 0 || stderr === '' ? stderr : voice.failed([stderr]), exitCode: exit};
}

/** Gives the milliseconds of a call, by CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: `real`, `none` or a number. */
function latencyOf(environment: NodeJS.ProcessEnv, command: Command | undefined): number {
	const setting = environment['CLASSIC_CREDENTIALS_SIMULATOR_LATENCY'] || 'real';
	if (setting === 'real') return command?.latency ?? 0;
	const milliseconds = setting === 'none' ? 0 : Number(setting);
	if (milliseconds >= 0) return milliseconds;
	throw new Error(
		`CLASSIC_CREDENTIALS_SIMULATOR_LATENCY is 'real', 'none' or a number of milliseconds, not '${setting}'`,
	);
}

function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Never returns; a process that everybody has forgotten ends by itself after ten minutes. */
async function hang(): Promise<never> {
	await wait(600_000);
	throw new Error('nobody ended a call that never returns');
}

/** Prints until the reader is gone. */
async function flood(text: string): Promise<never> {
	for (;;) {
		const isFree = process.stdout.write(text.repeat(1000));
		await new Promise<void>((resolve) => {
			if (isFree) setImmediate(resolve);
			else process.stdout.once('drain', resolve);
		});
	}
}
