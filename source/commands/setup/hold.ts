import {resumeCommands, type KeyReference} from '../../plan/next-steps.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import {lendTerminal} from '../../frontends/terminal/lease.ts';
import {runRecorder} from '../../plan/record.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {Texts} from '../../text/texts.ts';
import type {Answers} from '../../wizard/answers.ts';
import {createSession} from '../../wizard/engine.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import type {Demo} from '../demo.ts';
import {explainCommands} from '../explain.ts';
import {openWorld, type ClosedWorld, type CommandContext, type OpenWorld} from '../open-world.ts';
import {sessionTools} from '../session-tools.ts';
import {version} from '../version.ts';
import {runInTerminal} from './interactive.ts';
import type {SetupRequest} from './request.ts';
import type {TicketFile} from './ticket-file.ts';
import {holdUnattended} from './unattended.ts';
import {writeTicket} from './write-ticket.ts';

/** What a run of a command that changes credentials is given. */
export interface Run extends CommandContext {
	readonly request: SetupRequest;
}

interface HoldOptions {
	readonly hasTerminal: boolean;
	readonly playsByItself: boolean;
	readonly ticket: TicketFile | undefined;
}

export type Held = {readonly ok: true; readonly report: Report} | ClosedWorld;

/** Opens the world, holds the session in it to its end, and closes it. */
export async function openAndHold(context: Run, options: HoldOptions): Promise<Held> {
	const {request} = context;
	const firstPicture = Promise.withResolvers<void>();
	const world = await openWorld(context, {
		demo: request.demo,
		concurrency: request.concurrency,
		readsViaApi: request.writer === 'api',
		keepsJournal: true,
		...(options.hasTerminal ? {firstPicture: firstPicture.promise} : {}),
	});
	if (!world.ok) {
		return world;
	}

	const report = await hold(context, world.opened, {...options, onFirstFrame: firstPicture.resolve});
	await world.opened.close();
	return {ok: true, report};
}

async function hold(
	context: Run,
	opened: OpenWorld,
	options: HoldOptions & {readonly onFirstFrame: () => void},
): Promise<Report> {
	const {request, texts, process: own, signals} = context;
	const {world, demo, journal, pairHost} = opened;
	const startedAt = Date.now();
	const answers = options.playsByItself ? sampleAnswers(demo, request.change) : request.answers;
	const unfinished = await journal.unfinished();
	// What was begun as the opposite, or in another account, cannot be finished here.
	const isOffered =
		options.hasTerminal &&
		unfinished?.open[0]?.change === request.change &&
		isOfThisAccount(unfinished, readConfiguration(world.homes.own.configurationFile)?.account?.id);
	if (unfinished !== undefined && !isOffered) {
		own.stderr.write(unfinishedNotice(unfinished, texts));
	}

	const left = new AbortController();
	let told: Promise<unknown> = Promise.resolve();
	const recorder = runRecorder(journal, {
		pid: own.pid,
		program: version,
		operator: () => session.view().place.user,
		now: Date.now,
	});
	const session: Session = createSession(
		sessionTools(world, {
			record: recorder.record,
			acknowledge: (dead) => {
				told = journal.acknowledge(dead, new Date().toISOString());
			},
			runInteractive: async (args) => {
				if (world.program.ok && options.hasTerminal) {
					const {value: program} = world.program;
					await lendTerminal(async () => {
						await world.adapter.run(program, args, {
							timeoutMs: interactiveLimitMs,
							interactive: true,
							signal: left.signal,
						});
					});
					// Copies made before a login hold the tokens of the session that has ended.
					world.homes.renew();
				}
			},
		}),
		{
			answers,
			isDemo: demo !== undefined,
			demoKeys: demo?.keys ?? new Map(),
			pairCheckHost: request.checksPair ? pairHost : undefined,
			unfinished: isOffered ? unfinished : undefined,
			isDryRun: request.isDryRun,
			change: request.change,
			isWhereSet: request.isWhereSet,
			replaceAccounts: request.replaceAccounts,
			...(request.onlyIfCurrent === undefined ? {} : {onlyIfCurrent: request.onlyIfCurrent}),
			writer: request.writer,
			api: demo === undefined ? world.serviceApi : undefined,
			keyReference: keyReference(request),
			offerDemo: options.hasTerminal,
			isAttended: options.hasTerminal,
		},
	);
	// A login that waits for an answer must not keep a session that has been left.
	void session.ended.then(() => {
		left.abort();
	});
	signals.lead(session);
	if (options.hasTerminal) {
		// The window is closed, or who held it is gone: in raw mode nothing else ends the input.
		own.stdin.on('error', signals.hangUp);
		own.stdin.on('end', signals.hangUp);
	}

	if (request.explains && !options.hasTerminal) {
		explainCommands(world.adapter, own, texts);
	}

	const report = options.hasTerminal
		? await runInTerminal(session, own, {
				observe: request.explains
					? (observer) => {
							world.adapter.observe(observer);
						}
					: undefined,
				isAccessible: request.isAccessible,
				texts,
				onFirstFrame: options.onFirstFrame,
			})
		: await holdUnattended(session, own, texts, request);
	await told;
	await recorder.close();
	await writeTicket(context, report, {
		file: options.ticket,
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

/** Whoever logs in may look for a second factor; the limit only keeps a forgotten child from staying (milliseconds). */
const interactiveLimitMs = 30 * 60_000;

/** The answers of a rehearsal that plays by itself: an unset has no pair. */
function sampleAnswers(demo: Demo | undefined, change: 'set' | 'unset'): Answers {
	const {region, ...pair} = demo?.sampleAnswers ?? {};
	return {...(region === undefined ? {} : {region}), ...(change === 'set' ? pair : {})};
}

/** A group of the same name in another account is another group. */
function isOfThisAccount({open}: UnfinishedRun, account: string | undefined): boolean {
	const begunIn = open[0]?.account?.id;
	return begunIn === undefined || account === undefined || begunIn === account;
}

/** A run that died is told where it cannot be finished, too; `history` has the rest. */
function unfinishedNotice(run: UnfinishedRun, texts: Texts): string {
	const scopes = run.open.map(({region, group}) => `${region} / ${group.name}`);
	const notice = texts.text('resume.notice', {time: run.time, scopes});
	return [notice, ...resumeCommands(run).map((command) => `  ${command}`)]
		.map((line) => `${line}\n`)
		.join('');
}

/** A key that was typed has to be read from somewhere when the rest is done by command. */
function keyReference({keySource, answers}: SetupRequest): KeyReference {
	if (keySource?.kind === 'file') {
		return {kind: 'flag', value: `@${keySource.path}`};
	}

	return answers.key?.source === 'environment' ? {kind: 'environment'} : {kind: 'flag', value: '-'};
}
