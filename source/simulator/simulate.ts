import {parseArguments} from './arguments.ts';
import {CallLog} from './call-log.ts';
import type {Call, Command} from './command.ts';
import {findCommand} from './commands/index.ts';
import {Failure, UsageFailure} from './failure.ts';
import {Home, configurationDirectory} from './home.ts';
import {latencyOf, wait} from './latency.ts';
import type {ActiveScenario} from './scenario.ts';
import {Server} from './server.ts';
import {Terminal} from './terminal.ts';
import {trace} from './trace.ts';
import type {World} from './world.ts';

/** Where a simulated call takes place. */
export interface Stage {
	readonly environment: NodeJS.ProcessEnv;
	readonly stateDirectory: string;
	readonly world: World;
	readonly scenarios: readonly ActiveScenario[];
}

/** Behaves like `ibmcloud ARGS` and gives the exit status. */
export async function simulate(args: readonly string[], stage: Stage): Promise<number> {
	const {environment, stateDirectory} = stage;
	const home = new Home(configurationDirectory(environment));
	const configuration = home.read();
	const log = new CallLog(stateDirectory);
	log.started(args, environment, {directory: home.directory, groupId: configuration.ResourceGroup.GUID});
	const terminal = new Terminal(environment, {
		locale: configuration.Locale,
		colour: configuration.ColorEnabled,
	});
	let exitCode = 0;
	try {
		await runCommand(args, stage, home, terminal);
	} catch (error) {
		if (!(error instanceof Failure)) throw error;
		if (error instanceof UsageFailure && error.help !== '') terminal.say(`USAGE:`, `  ${error.help}`);
		terminal.failed(error.lines);
		// `sl` always ends with 1 (seen); for the others the number is unknown.
		exitCode = 1;
	}
	log.ended(exitCode);
	return exitCode;
}

async function runCommand(
	args: readonly string[],
	stage: Stage,
	home: Home,
	terminal: Terminal,
): Promise<void> {
	const {command, rest} = chooseCommand(args, home);
	const call: Call = {
		name: command.names[0] ?? '',
		effect: command.effect,
		rawArguments: args,
		parsed: parseArguments(rest, command.flags, command.usage),
		environment: stage.environment,
		home,
		server: new Server(stage.stateDirectory, stage.world),
		world: stage.world,
		terminal,
		scenarios: stage.scenarios,
	};
	terminal.spoilJson = (text) =>
		stage.scenarios.reduce(
			(json, {scenario, parameter}) => scenario.json?.(json, call, parameter) ?? json,
			text,
		);
	// Without -q the plug-in adds a message of the day (documented); where to is unknown.
	if (command.plugin === 'container-service' && !call.parsed.has('-q'))
		terminal.note('Message of the day: use -q to suppress this message.');
	trace(call);
	await wait(latency(command, stage));
	try {
		for (const {scenario, parameter} of stage.scenarios) await scenario.before?.(call, parameter);
		await command.run(call);
	} finally {
		for (const {scenario, parameter} of stage.scenarios) await scenario.after?.(call, parameter);
	}
}

/** Without the plug-in its namespace does not exist (seen). */
function chooseCommand(
	args: readonly string[],
	home: Home,
): {readonly command: Command; readonly rest: readonly string[]} {
	const found = findCommand(args);
	if (found === undefined || (found.command.plugin !== undefined && !home.hasPlugin(found.command.plugin))) {
		throw new Failure(`'${args[0] ?? ''}' is not a registered command. See 'ibmcloud help'.`);
	}
	return found;
}

function latency(command: Command, {environment, scenarios}: Stage): number {
	for (const {scenario, parameter} of scenarios) {
		if (scenario.latencyMs !== undefined) return scenario.latencyMs(parameter);
	}
	return latencyOf(environment['CLASSIC_CREDENTIALS_SIMULATOR_LATENCY'], command.latencyMs);
}
