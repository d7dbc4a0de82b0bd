import {homedir} from 'node:os';
import {lineWriter} from '../../frontends/lines/line.ts';
import {plainText} from '../../frontends/plain/print.ts';
import {pairCheckEndpoint} from '../../http/pair-check-endpoint.ts';
import {removeLeftovers, removeOwnDirectories} from '../../ibmcloud/private-copy.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Environment} from '../../shell/environment.ts';
import {findProgram} from '../../shell/program.ts';
import {message, type Message} from '../../text/message.ts';
import {englishTexts, type Texts} from '../../text/texts.ts';
import {createSession, type SessionOptions} from '../../wizard/engine.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {parseOptions} from '../options.ts';
import {ownPlaces} from '../places.ts';
import {listenToSignals} from '../signals.ts';
import {createWorld, sessionTools, type World, type WorldOptions} from '../world.ts';
import {setupOptions} from './definitions.ts';
import {checkDemoPair, demoPairHost, prepareDemo, scenarios, simulatorProgram, type Demo} from './demo.ts';
import {takeEnvironmentPair} from './environment-pair.ts';
import {holdGuided, sayFirstWords} from './guided.ts';
import {readKey} from './key-source.ts';
import {missingFlags, setupRequest, type SetupRequest} from './request.ts';
import {holdUnattended, printDocument} from './unattended.ts';

/** What a command is given by the door. */
export interface CommandContext {
	readonly args: readonly string[];
	readonly process: NodeJS.Process;
	/** The directory of the built program, where the simulator lies. */
	readonly programDirectory: string;
}

/** How many children run side by side. */
const defaultConcurrency = 8;

/**
 * `classic-credentials setup`: guided in a terminal, unattended without one.
 *
 * @returns the exit status.
 */
export async function setup(context: CommandContext): Promise<number> {
	const texts = englishTexts;
	const {process: own, args} = context;
	const pair = takeEnvironmentPair(own.env);
	const parsed = parseOptions(setupOptions, args);
	if (!parsed.ok) {
		return refuse(own, texts, parsed.reason);
	}

	if (parsed.operands.length > 0) {
		return refuse(own, texts, texts.text('usage.operand'));
	}

	const made = setupRequest(parsed.values, pair);
	if (!made.ok) {
		return refuse(own, texts, texts.say(made.reason));
	}

	const {request} = made;
	if (request.demo === 'list') {
		return listScenarios(context);
	}

	return run({...context, texts, request: {...request}});
}

interface Run extends CommandContext {
	readonly texts: Texts;
	readonly request: SetupRequest;
}

async function run({texts, request, ...context}: Run): Promise<number> {
	const {process: own} = context;
	const hasTerminal = own.stdin.isTTY && own.stdout.isTTY && !request.isJson;
	const playsByItself =
		request.demo !== undefined && !hasTerminal && Object.keys(request.answers).length === 0;
	const missing = hasTerminal || playsByItself ? [] : missingFlags(request);
	if (missing.length > 0) {
		return refuseMissing(own, texts, request, missing);
	}

	if (hasTerminal) {
		sayFirstWords(own, texts, request.demo !== undefined);
	}

	const keyed = await withKey(request, own, texts);
	if (!keyed.ok) {
		return refuse(own, texts, texts.say(keyed.reason));
	}

	const places = ownPlaces();
	removeLeftovers(places.privateDirectories);
	own.once('exit', () => {
		removeOwnDirectories(places.privateDirectories);
	});
	const demo = await demoOf(keyed.request, context, places.privateDirectories);
	if (demo === 'failed') {
		return refuse(own, texts, texts.text('demo.failed'));
	}

	const world = createWorld({
		environment: demo?.environment ?? own.env,
		homeDirectory: homedir(),
		program:
			demo === undefined ? await findProgram('ibmcloud', own.env) : {kind: 'found', program: demo.program},
		privateDirectories: places.privateDirectories,
		concurrency: defaultConcurrency,
		checkPair: pairChecker(demo, own.env),
	});
	const report = await hold({...context, texts, request: keyed.request}, world, {
		demo,
		hasTerminal,
		playsByItself,
	});
	await world.homes.removeAll();
	return report.outcome === 'demo'
		? run({...context, texts, request: {...request, answers: {}, keySource: undefined, demo: 'standard'}})
		: report.exitStatus;
}

interface HoldOptions {
	readonly demo: Demo | undefined;
	readonly hasTerminal: boolean;
	readonly playsByItself: boolean;
}

async function hold(
	{request, texts, process: own}: Run,
	world: World,
	options: HoldOptions,
): Promise<Report> {
	const answers = options.playsByItself ? (options.demo?.sampleAnswers ?? {}) : request.answers;
	if (answers.key !== undefined) {
		world.adapter.protect(answers.key.value);
	}

	const session: Session = createSession(
		sessionTools(world, {
			record: async () => ({ok: true, value: undefined}),
			runInteractive: async (args) => {
				if (world.program.ok && options.hasTerminal) {
					const {handTerminalTo} = await import('../../frontends/ink/start.tsx');
					const {value: program} = world.program;
					await handTerminalTo(async () => {
						await world.adapter.run(program, args, {timeoutMs: interactiveLimitMs, interactive: true});
					});
				}
			},
		}),
		{
			answers,
			isDemo: options.demo !== undefined,
			demoKeys: options.demo?.keys ?? new Map(),
			pairCheckHost: request.checksPair ? pairHost(options.demo, own.env) : undefined,
			isDryRun: request.isDryRun,
			offerDemo: options.hasTerminal,
			isAttended: options.hasTerminal,
		},
	);
	const stopListening = listenToSignals(own, session);
	try {
		return options.hasTerminal
			? await holdGuided(session, own, texts)
			: await holdUnattended(session, own, texts, request);
	} finally {
		stopListening();
	}
}

/** The classic API, or in a rehearsal the simulator's word: nothing leaves the machine then. */
function pairChecker(demo: Demo | undefined, environment: Environment): WorldOptions['checkPair'] {
	return demo === undefined
		? async (username, apiKey, signal) => {
				const {checkPair} = await import('../../http/pair-check.ts');
				return checkPair({
					username,
					apiKey,
					endpoint: pairCheckEndpoint(environment).url,
					proxyEnvironment: environment,
					...(signal === undefined ? {} : {signal}),
				});
			}
		: async (username, apiKey) => checkDemoPair(demo, username, apiKey);
}

function pairHost(demo: Demo | undefined, environment: Environment): SessionOptions['pairCheckHost'] {
	return demo === undefined ? pairCheckEndpoint(environment) : demoPairHost;
}

/** Whoever logs in may look for a second factor; the limit only keeps a forgotten child from staying (milliseconds). */
const interactiveLimitMs = 30 * 60_000;

async function demoOf(
	request: SetupRequest,
	{programDirectory, process: own}: CommandContext,
	privateDirectories: string,
): Promise<Demo | undefined | 'failed'> {
	return request.demo === undefined
		? undefined
		: ((await prepareDemo(simulatorProgram(programDirectory), request.demo, own.env, privateDirectories)) ??
				'failed');
}

type Keyed =
	| {readonly ok: true; readonly request: SetupRequest}
	| {readonly ok: false; readonly reason: Message};

/** Reads the key that a flag points to; what should be known about its source is said on standard error. */
async function withKey(request: SetupRequest, own: NodeJS.Process, texts: Texts): Promise<Keyed> {
	if (request.keySource === undefined) {
		return {ok: true, request};
	}

	const read = await readKey(request.keySource, own.stdin);
	if (!read.ok) {
		return read;
	}

	const writer = lineWriter(texts);
	own.stderr.write(plainText(read.warnings.map((warning) => writer.line(warning, {mark: 'note'}))));
	return {
		ok: true,
		request: {...request, answers: {...request.answers, key: {value: read.key, source: 'flag'}}},
	};
}

async function listScenarios({process: own, programDirectory}: CommandContext): Promise<number> {
	const known = await scenarios(simulatorProgram(programDirectory));
	const width = Math.max(...known.map(({name}) => name.length));
	own.stdout.write(known.map(({name, description}) => `${name.padEnd(width)}  ${description}\n`).join(''));
	return exitStatus.done;
}

function refuse(own: NodeJS.Process, texts: Texts, reason: string): number {
	own.stderr.write(`FAILED\n${reason}\n${texts.text('usage.hint')}\n`);
	return exitStatus.usage;
}

function refuseMissing(
	own: NodeJS.Process,
	texts: Texts,
	request: SetupRequest,
	missing: readonly string[],
): number {
	const refusal = message('usage.missing', {flags: missing});
	const report: Report = {
		outcome: 'refused',
		plan: undefined,
		scopes: [],
		refusal,
		error: undefined,
		exitStatus: exitStatus.usage,
	};
	if (request.isJson) {
		printDocument(report, own, texts);
	}

	const force = missing.includes('--force') ? `${texts.text('usage.missing.force')}\n` : '';
	own.stderr.write(`FAILED\n${texts.say(refusal)}\n${force}${texts.text('usage.hint')}\n`);
	return exitStatus.usage;
}
