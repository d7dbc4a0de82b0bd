import {lineWriter} from '../../frontends/lines/line.ts';
import {plainText} from '../../frontends/plain/print.ts';
import {isAlive} from '../../ibmcloud/private-copy.ts';
import {unfinishedRun, type UnfinishedRun} from '../../plan/journal.ts';
import {acknowledgeRun, journalRecorder} from '../../plan/record.ts';
import type {KeyReference} from '../../plan/aftercare.ts';
import {exitStatus} from '../../plan/status.ts';
import type {Adapter} from '../../shell/adapter.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {createSession} from '../../wizard/engine.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {explainedSession} from '../../wizard/explained.ts';
import {scenarios, simulatorProgram} from '../demo.ts';
import {explainCommands} from '../explain.ts';
import {openWorld, type CommandContext, type OpenWorld} from '../open-world.ts';
import {parseOptions, textOf, type OptionDefinition} from '../options.ts';
import {refuse} from '../refuse.ts';
import {sessionTools} from '../world.ts';
import {setupOptions} from './definitions.ts';
import {takeEnvironmentPair} from './environment-pair.ts';
import {guideFor, sayFirstWords} from './guided.ts';
import {readKey} from './key-source.ts';
import {missingFlags, setupRequest, type SetupRequest} from './request.ts';
import {refuseChange} from './refusal.ts';
import {openTicket, type TicketFile} from './ticket-file.ts';
import {holdUnattended} from './unattended.ts';
import {writeTicket} from './write-ticket.ts';

/** `classic-credentials setup`: guided in a terminal, unattended without one. @returns the exit status. */
export async function setup(context: CommandContext): Promise<number> {
	return changeCommand(context, 'set', setupOptions);
}

/**
 * A command that changes credentials: `setup` and `unset` share everything but their options and what they change.
 *
 * @returns the exit status.
 */
export async function changeCommand(
	context: CommandContext,
	change: 'set' | 'unset',
	definitions: readonly OptionDefinition[],
): Promise<number> {
	const {process: own, args, texts} = context;
	const pair = takeEnvironmentPair(own.env);
	const parsed = parseOptions(definitions, args);
	if (!parsed.ok) {
		return refuse(own, texts, texts.say(parsed.reason));
	}

	if (parsed.operands.length > 0) {
		return refuse(own, texts, texts.text('usage.operand'));
	}

	const made = setupRequest(change, parsed.values, pair);
	if (!made.ok) {
		const isJson = textOf(parsed.values, 'output') !== undefined;
		return refuseChange(context, {change, isJson, reason: made.reason});
	}

	const {request} = made;
	if (request.demo === 'list') {
		return listScenarios(context);
	}

	return run({...context, request: {...request}});
}

interface Run extends CommandContext {
	readonly request: SetupRequest;
}

async function run(context: Run): Promise<number> {
	const {process: own, texts, request} = context;
	const hasTerminal = own.stdin.isTTY && own.stdout.isTTY && !request.isJson;
	const playsByItself =
		request.demo !== undefined && !hasTerminal && Object.keys(request.answers).length === 0;
	const missing = hasTerminal || playsByItself ? [] : missingFlags(request);
	if (missing.length > 0) {
		return refuseChange(context, {
			...request,
			reason: message('usage.missing', {flags: missing}),
			...(missing.includes('--force') ? {also: message('usage.missing.force')} : {}),
		});
	}

	// Before the terminal is taken: a password manager behind a pipe may ask in it, and Ctrl-C has to work meanwhile.
	const keyed = await withKey(request, own, texts);
	if (!keyed.ok) {
		return refuseChange(context, {...request, reason: keyed.reason});
	}

	const ticket = request.reportPath === undefined ? undefined : await openTicket(request.reportPath);
	if (ticket?.ok === false) {
		return refuseChange(context, {...request, reason: ticket.reason});
	}

	if (hasTerminal) {
		sayFirstWords(own, texts, request.demo !== undefined);
	}

	const world = await openWorld(context, {
		demo: request.demo,
		concurrency: request.concurrency,
		readsViaApi: request.writer === 'api',
	});
	if (!world.ok) {
		await ticket?.file.discard();
		return refuseChange(context, {...request, reason: world.reason});
	}

	const {opened} = world;
	const report = await hold({...context, request: keyed.request}, opened, {
		hasTerminal,
		playsByItself,
		ticket: ticket?.file,
	});
	await opened.close();
	return report.outcome === 'demo'
		? run({...context, request: {...request, answers: {}, keySource: undefined, demo: 'standard'}})
		: report.exitStatus;
}

interface HoldOptions {
	readonly hasTerminal: boolean;
	readonly playsByItself: boolean;
	readonly ticket: TicketFile | undefined;
}

async function hold(context: Run, opened: OpenWorld, options: HoldOptions): Promise<Report> {
	const {request, texts, process: own, signals} = context;
	const {world, demo, journal, pairHost} = opened;
	const startedAt = Date.now();
	const answers = options.playsByItself ? (demo?.sampleAnswers ?? {}) : request.answers;
	if (answers.key !== undefined) {
		world.adapter.protect(answers.key.value);
	}

	const guide = guideFor(request.isAccessible, own.env);
	const unfinished = unfinishedRun(await journal.entries(), isAlive);
	if (unfinished !== undefined && !options.hasTerminal) {
		own.stderr.write(unfinishedNotice(unfinished, texts));
	}

	const session: Session = createSession(
		sessionTools(world, {
			record: journalRecorder(journal, {pid: own.pid, now: Date.now}),
			acknowledge: (dead) => {
				void acknowledgeRun(journal, dead, Date.now);
			},
			runInteractive: async (args) => {
				if (world.program.ok && options.hasTerminal) {
					const {value: program} = world.program;
					await guide.lendTerminal(async () => {
						await world.adapter.run(program, args, {timeoutMs: interactiveLimitMs, interactive: true});
					});
				}
			},
		}),
		{
			answers,
			isDemo: demo !== undefined,
			demoKeys: demo?.keys ?? new Map(),
			pairCheckHost: request.checksPair ? pairHost : undefined,
			unfinished: options.hasTerminal ? unfinished : undefined,
			isDryRun: request.isDryRun,
			change: request.change,
			isWhereSet: request.isWhereSet,
			...(request.onlyIfCurrent === undefined ? {} : {onlyIfCurrent: request.onlyIfCurrent}),
			writer: request.writer,
			canUseApi: demo === undefined,
			keyReference: keyReference(request),
			offerDemo: options.hasTerminal,
			isAttended: options.hasTerminal,
		},
	);
	signals.lead(session);
	if (options.hasTerminal) {
		// The window is closed, or who held it is gone.
		own.stdin.on('error', () => {
			session.leave('hang-up');
		});
	}

	if (request.explains && !options.hasTerminal) {
		explainCommands(world.adapter, own, texts);
	}

	const report = options.hasTerminal
		? await guide.hold(request.explains ? explained(session, world.adapter) : session, own, texts)
		: await holdUnattended(session, own, texts, request);
	await writeTicket(context, report, {
		file: options.ticket,
		redact: world.adapter.redact,
		facts: {
			operator: session.view().place.user,
			startedAt,
			endedAt: Date.now(),
			isDemo: demo !== undefined,
			change: request.change,
		},
	});
	return report;
}

function explained(session: Session, adapter: Adapter): Session {
	return explainedSession(session, (observer) => {
		adapter.observe(observer);
	});
}

/** Whoever logs in may look for a second factor; the limit only keeps a forgotten child from staying (milliseconds). */
const interactiveLimitMs = 30 * 60_000;

/** A run that died is told where nobody can be asked, too; `history` has the rest. */
function unfinishedNotice({time, open}: UnfinishedRun, texts: Texts): string {
	const scopes = open.map(({region, group}) => `${region} / ${group.name}`);
	return `${texts.text('resume.notice', {time, scopes})}\n`;
}

/** A key that was typed has to be read from somewhere when the rest is done by command. */
function keyReference({keySource, answers}: SetupRequest): KeyReference {
	if (keySource?.kind === 'file') {
		return {kind: 'flag', value: `@${keySource.path}`};
	}

	return answers.key?.source === 'environment' ? {kind: 'environment'} : {kind: 'flag', value: '-'};
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
