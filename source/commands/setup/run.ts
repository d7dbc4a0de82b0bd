import {resumeCommands} from '../../plan/recorded-commands.ts';
import type {KeyReference} from '../../plan/own-commands.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import {lendTerminal} from '../../frontends/terminal/lease.ts';
import {newestRuns} from '../../plan/last-changes.ts';
import {runRecorder} from '../../plan/record.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {Texts} from '../../text/texts.ts';
import type {Answers} from '../../wizard/answers.ts';
import {createSession} from '../../wizard/session/engine.ts';
import type {Session} from '../../wizard/session.ts';
import {stepOf} from '../../wizard/steps/list.ts';
import type {Report} from '../../wizard/view.ts';
import type {Demo} from '../demo.ts';
import {defaultConcurrency} from '../concurrency.ts';
import {explainCommands} from '../explain.ts';
import {openRun, type RefusedRun, type CommandContext, type OpenRun} from '../open-run.ts';
import {sessionDependencies} from '../session-dependencies.ts';
import {version} from '../version.ts';
import {runInTerminal} from './interactive.ts';
import type {SetupRequest} from './request.ts';
import type {ReportFile} from './report-file.ts';
import {runWithoutQuestions} from './non-interactive.ts';
import {writeReport} from './write-report.ts';

/** What a run of a command that changes credentials is given. */
export interface SetupRun extends CommandContext {
	readonly request: SetupRequest;
}

interface HoldOptions {
	readonly hasTerminal: boolean;
	readonly playsByItself: boolean;
	readonly reportFile: ReportFile | undefined;
}

export type RunResult = {readonly ok: true; readonly report: Report} | RefusedRun;

/** Opens the run, drives its session to the end, and closes it. */
export async function openAndRun(context: SetupRun, options: HoldOptions): Promise<RunResult> {
	const {options: given} = context.request;
	const firstPicture = Promise.withResolvers<void>();
	const world = await openRun(context, {
		demo: given.demo,
		concurrency: given.concurrency ?? defaultConcurrency,
		readsViaApi: given.via === 'api',
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
	context: SetupRun,
	opened: OpenRun,
	options: HoldOptions & {readonly onFirstFrame: () => void},
): Promise<Report> {
	const {request, texts, process, signals} = context;
	const {options: given} = request;
	const {run, demo, journal, pairHost} = opened;
	const startedAt = Date.now();
	const answers = options.playsByItself ? sampleAnswers(demo, request.change) : request.answers;
	const unfinished = await journal.unfinished();
	// What was begun as the opposite, or in another account, cannot be finished here.
	const isOffered =
		options.hasTerminal &&
		request.fromFile === undefined &&
		unfinished?.open[0]?.change === request.change &&
		isOfThisAccount(unfinished, readConfiguration(run.directories.operators.configurationFile)?.account?.id);
	if (unfinished !== undefined && !isOffered) {
		process.stderr.write(unfinishedNotice(unfinished, texts));
	}

	const left = new AbortController();
	let told: Promise<unknown> = Promise.resolve();
	const recorder = runRecorder(journal, {
		pid: process.pid,
		program: version,
		operator: () => session.view().place.user,
		now: Date.now,
	});
	const session: Session = createSession(
		sessionDependencies(run, {
			record: recorder.record,
			acknowledge: (dead) => {
				told = journal.acknowledge(dead, new Date().toISOString());
			},
			runInteractive: async (args) => {
				if (run.program.ok && options.hasTerminal) {
					const {value: program} = run.program;
					await lendTerminal(async () => {
						await run.adapter.run(program, args, {
							timeoutMs: interactiveLimitMs,
							interactive: true,
							signal: left.signal,
						});
					});
					// Copies made before a login hold the tokens of the session that has ended.
					run.directories.renew();
				}
			},
		}),
		{
			answers,
			isDemo: demo !== undefined,
			demoKeys: demo?.keys ?? new Map(),
			pairCheckHost: given['no-pair-check'] ? undefined : pairHost,
			unfinished: isOffered ? unfinished : undefined,
			recorded: newestRuns(journal),
			isDryRun: given['dry-run'],
			change: request.change,
			isWhereSet: given['where-set'],
			expectation: request.fromFile?.expectation,
			replaceAccounts: given['replace-account'].map((account) => account.trim()),
			onlyIfCurrent: given['if-current'],
			writer: given.via ?? 'cli',
			api: demo === undefined ? run.serviceApi : undefined,
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
		process.stdin.on('error', signals.hangUp);
		process.stdin.on('end', signals.hangUp);
	}

	if (given.explain && !options.hasTerminal) {
		explainCommands(run.adapter, process, texts);
	}

	const report = options.hasTerminal
		? await runInTerminal(session, process, {
				observe: given.explain
					? (observer) => {
							run.adapter.observe(observer);
						}
					: undefined,
				isAccessible: given.accessible,
				texts,
				onFirstFrame: options.onFirstFrame,
			})
		: await runWithoutQuestions(session, process, texts, request);
	await told;
	await recorder.close();
	await writeReport(context, report, {
		file: options.reportFile,
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
function keyReference({given, answers, fromFile}: SetupRequest): KeyReference {
	if (fromFile !== undefined) {
		return {kind: 'by-user', references: fromFile.references};
	}

	const [text = '-'] = given.get(stepOf('key').flag?.name ?? '') ?? [];
	return answers.key?.source === 'environment' ? {kind: 'environment'} : {kind: 'flag', value: text};
}
