import {logCall} from './call-log.ts';
import {readFlags, type Call, type SimulatedCommand} from './call.ts';
import {accountCommands} from './commands/account.ts';
import {kubernetesCommands} from './commands/ks.ts';
import {userCommands} from './commands/sl-user.ts';
import {targetCommands} from './commands/target.ts';
import {findConfigurationDirectory} from './configuration-directory.ts';
import {faultsOf, together, type Fault} from './faults.ts';
import type {ServiceStore} from './store.ts';
import {CommandFailure, ensure, goJson, lines, print} from './output.ts';
import {voiceOf, type Voice} from './voice.ts';

const commands = [...accountCommands, ...targetCommands, ...userCommands, ...kubernetesCommands];

interface Answer {
	readonly stdout: string;
	readonly stderr: string;
	readonly exitCode: number;
}

/** Behaves like `ibmcloud ARGS`. @returns the exit status. */
export async function simulate(
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
	store: ServiceStore,
): Promise<number> {
	const directory = findConfigurationDirectory(environment);
	const configuration = directory.read();
	const voice = voiceOf(configuration);
	const {id, ended} = logCall(store.directory, args, environment, configuration.ResourceGroup.Name);
	const met = faultsOf(store.faults, store.directory, id);
	const fault = together(met);
	const act = async () => ownAnswer(args, environment, {directory, voice, store}, fault.lateEffect);
	if (fault.ignoresSignals === true) {
		for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
			process.on(signal, () => {});
		}
	}

	const early = fault.afterEffect === true ? await act() : undefined;
	await wait(latencyOf(environment, args) + (fault.delay ?? 0));
	const other = otherAnswer(fault, voice);
	const own = early ?? (other !== undefined && fault.lateEffect === undefined ? other : await act());
	for (const change of met.flatMap((one) => one.change ?? [])) {
		store.recordOfColleague(change, directory);
	}

	await goWrong(fault);
	const {stdout, stderr, exitCode} = other ?? own;
	const [pattern, replacement = ''] = fault.replace ?? [];
	print('stdout', pattern === undefined ? stdout : stdout.replaceAll(new RegExp(pattern, 'gu'), replacement));
	print('stderr', stderr);
	ended(exitCode);
	return exitCode;
}

function findCommand(args: readonly string[]): SimulatedCommand | undefined {
	return commands.find(({name}) => name.split(' ').every((word, index) => args[index] === word));
}

async function ownAnswer(
	args: readonly string[],
	environment: NodeJS.ProcessEnv,
	{directory, voice, store}: Pick<Call, 'directory' | 'voice'> & {readonly store: ServiceStore},
	lateEffect: number | undefined,
): Promise<Answer> {
	try {
		const command = findCommand(args);
		const isMissing =
			(args[0] === 'ks' && !directory.hasPlugin('container-service')) ||
			(args[0] === 'sl' && !directory.hasPlugin('sl'));
		// Without the plug-in its namespace does not exist (seen).
		const words = `'${args[0] ?? ''}' is not a registered command. See 'ibmcloud help'.`;
		ensure(command !== undefined && !isMissing, words);
		const call: Call = {
			name: command.name,
			flags: readFlags(args.slice(command.name.split(' ').length), command.flags),
			directory,
			voice,
			services: store.read().services,
			change: (change) => store.record(change, lateEffect),
			say: (...said) => print('stdout', lines(...said)),
		};
		print('stderr', noticesOf(call, environment));
		const answer = await command.run(call);
		const isText = typeof answer === 'string';
		// A text that nobody reads is not simulated.
		ensure(isText || call.flags.wantsJson(), 'This simulated command answers with --output json only.');
		// `sl` indents by four spaces, the others by two (seen).
		const stdout = isText ? answer : goJson(answer, call.name.startsWith('sl ') ? 4 : 2);
		return {stdout, stderr: '', exitCode: 0};
	} catch (error) {
		if (!(error instanceof CommandFailure)) {
			throw error;
		}

		// `sl` always exits with 1 (seen); for the others the number is unknown.
		return {stdout: '', stderr: voice.failed(error.message), exitCode: 1};
	}
}

/**
 * Returns what is printed on standard error besides the answer. Without -q the `ks` plug-in adds a message of
 * the day (documented); on which stream is unknown. IBMCLOUD_TRACE=true prints requests (seen for `sl`), here
 * with the key in clear (inferred: only the SDK masks it), to expose a client that leaves the trace on.
 */
function noticesOf({name, flags, directory}: Call, environment: NodeJS.ProcessEnv): string {
	const {Trace, IAMToken} = directory.read();
	const isTraced = (environment['IBMCLOUD_TRACE'] || environment['BLUEMIX_TRACE'] || Trace) === 'true';
	const key = flags.get('infrastructure-api-key') ?? '';
	return [
		name.startsWith('ks ') && !flags.has('quiet') ? lines('Message of the day: -q suppresses it.') : '',
		isTraced ? lines(`[DEBUG] Request: ${name}`, `Authorization: ${IAMToken}`, `API key: ${key}`) : '',
	].join('');
}

/** Returns a fault's answer in place of the command's own; undefined if it has none. */
function otherAnswer(fault: Fault, voice: Voice): Answer | undefined {
	const {stdout = '', stderr = '', repeat = 1} = fault;
	const exitCode = fault.exit ?? (stderr === '' ? 0 : 1);
	const given = [fault.exit, fault.stdout, fault.stderr, fault.signal, fault.hangs];
	const isFailure = exitCode !== 0 && stderr !== '';
	const answer = {stdout: stdout.repeat(repeat), stderr: isFailure ? voice.failed(stderr) : stderr, exitCode};
	return given.some((part) => part !== undefined) ? answer : undefined;
}

/** Waits if the process must not end by itself. A forgotten one ends after ten minutes. */
async function goWrong({hangs, signal}: Fault): Promise<void> {
	if (signal !== undefined) {
		process.kill(process.pid, signal);
	}

	if (hangs === true || signal !== undefined) {
		await wait(600_000);
	}
}

/** Returns a call's milliseconds, by CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: `real`, `none` or a number. */
function latencyOf(environment: NodeJS.ProcessEnv, args: readonly string[]): number {
	const setting = environment['CLASSIC_CREDENTIALS_SIMULATOR_LATENCY'] || 'real';
	return setting === 'real' ? (findCommand(args)?.latency ?? 0) : Number(setting) || 0;
}

async function wait(milliseconds: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
