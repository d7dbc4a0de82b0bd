import {acquireTerminal, suspendTerminal} from '../../frontends/terminal/lease.ts';
import {reportMarkdown} from '../../documents/report-file.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import {scopeName} from '../../plan/plan.ts';
import {runRecorder} from '../../plan/record.ts';
import {resumeCommands} from '../../plan/own-commands.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import {version} from '../../program-name.ts';
import {momentText} from '../../text/moment.ts';
import type {Texts} from '../../text/texts.ts';
import {createSession} from '../../wizard/session/engine.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {applyDependencies} from '../run-context.ts';
import {usesLineMode} from '../output.ts';
import type {RefusedRun} from '../command.ts';
import {openRun, type OpenRun} from '../open-run.ts';
import {runWithoutQuestions} from './non-interactive.ts';
import type {PreparedRun} from './request.ts';
import {settingsOf} from './settings.ts';

/** Opens the run, drives its session to the end, and closes it. */
export async function openAndRun(
	context: PreparedRun,
): Promise<{readonly ok: true; readonly report: Report} | RefusedRun> {
	const {demo, concurrency, via, explain} = context.request.options;
	const firstFrame = Promise.withResolvers<void>();
	const run = await openRun(context, {
		demo,
		concurrency,
		readsViaApi: via === 'api',
		keepsJournal: true,
		explains: explain && !context.hasTerminal,
		...(context.hasTerminal ? {firstFrame: firstFrame.promise} : {}),
	});
	if (!run.ok) {
		return run;
	}

	const report = await runSession(context, run, firstFrame.resolve);
	await run.close();
	return {ok: true, report};
}

async function runSession(context: PreparedRun, run: OpenRun, onFirstFrame: () => void): Promise<Report> {
	const {process, events, hasTerminal} = context;
	const {reads, store, directories, client, serviceApi, journal} = run;
	const startedAt = Date.now();
	const unfinished = await unfinishedToOffer(context, run);
	const left = new AbortController();
	let acknowledged: Promise<unknown> = Promise.resolve();
	const recorder = runRecorder(journal, {
		pid: process.pid,
		program: version,
		operator: () => session.view().place.user,
		now: Date.now,
	});
	const session: Session = createSession(
		{
			reads,
			store,
			addApiKey: async ({id, account}) => {
				// A user's number is valid only in the account whose users were listed.
				const directory = await (account && directories.forAccount(account));
				const add = client.addApiKey(id);
				return directory?.ok === false ? directory : add(directory?.value ?? directories.operators).run();
			},
			configuration: () => readConfiguration(directories.operators.configurationFile),
			apply: applyDependencies(run, recorder.record),
			allowRefreshToken: serviceApi.allowRefreshToken,
			acknowledge(dead) {
				acknowledged = journal.acknowledge(dead, new Date().toISOString());
			},
			runInteractive: async (args) => (hasTerminal ? runInteractive(run, args, left.signal) : undefined),
		},
		settingsOf(context, run, unfinished),
	);
	// A login that waits for an answer must not keep a session that has been left.
	void session.ended.then(() => {
		left.abort();
	});
	events.lead(session);
	const report = hasTerminal
		? await runInTerminal(session, context, run, onFirstFrame)
		: await runWithoutQuestions(session, context);
	await acknowledged;
	await recorder.close();
	writeReport(context, report, startedAt);
	return report;
}

/** Returns the run that died if it can be finished here; if not, prints a notice. `history` has the rest. */
async function unfinishedToOffer(
	{request, process, texts, hasTerminal}: PreparedRun,
	{directories, journal}: OpenRun,
): Promise<UnfinishedRun | undefined> {
	const unfinished = await journal.unfinished();
	// A run of the opposite change, or in another account, cannot be finished here.
	const isOffered =
		hasTerminal &&
		request.fromFile === undefined &&
		unfinished?.open[0].change === request.change &&
		isOfThisAccount(unfinished, readConfiguration(directories.operators.configurationFile)?.account?.id);
	if (unfinished !== undefined && !isOffered) {
		process.stderr.write(unfinishedNotice(unfinished, texts));
	}

	return isOffered ? unfinished : undefined;
}

/**
 * Runs a session in a terminal: in line mode, or with Ink, which is loaded while the checks already run.
 * @param onFirstFrame called once something of the session is on the screen.
 */
async function runInTerminal(
	session: Session,
	{process, texts, events, request}: PreparedRun,
	{adapter}: OpenRun,
	onFirstFrame: () => void,
): Promise<Report> {
	const {stdin, stdout: output, env: environment} = process;
	const {accessible, explain} = request.options;
	// The window is closed, or its owner is gone: in raw mode nothing else ends the input.
	stdin.on('error', events.hangUp);
	stdin.on('end', events.hangUp);
	const lease = acquireTerminal(stdin, output);
	const observe = explain ? adapter.observe : undefined;
	if (!usesLineMode(accessible, environment)) {
		const {runInk} = await import('../../frontends/ink/run.tsx');
		return runInk(session, {texts, lease, output, environment, observe, onFirstFrame});
	}

	const {runLineMode} = await import('../../frontends/line-mode/run.ts');
	onFirstFrame();
	return runLineMode(session, {texts, lease, output, observe});
}

function writeReport(
	{texts, request: {change}, reportFile}: PreparedRun,
	report: Report,
	startedAt: number,
): void {
	if (report.outcome === 'demo' || report.outcome === 'refused') {
		// Nothing has begun: the rehearsal, or the run that does begin, writes its own, under the same name.
		reportFile?.discard();
	} else {
		reportFile?.write(reportMarkdown(report, {startedAt, endedAt: Date.now(), change}, texts));
	}
}

/** Milliseconds. A login may need a second factor; the limit only ends a forgotten child. */
const interactiveLimitMs = 30 * 60_000;

async function runInteractive(
	{program, adapter, directories}: OpenRun,
	args: readonly string[],
	signal: AbortSignal,
): Promise<void> {
	if (program.ok) {
		const options = {timeoutMs: interactiveLimitMs, interactive: true, signal};
		await suspendTerminal(async () => {
			await adapter.run(program.value, args, options);
		});
		// Copies made before a login hold the tokens of the session that has ended.
		directories.renew();
	}
}

/** Reports whether a run is of this account: in another one a group of the same name is another group. */
function isOfThisAccount({open}: UnfinishedRun, account: string | undefined): boolean {
	const begunIn = open[0]?.account?.id;
	return begunIn === undefined || account === undefined || begunIn === account;
}

function unfinishedNotice(run: UnfinishedRun, texts: Texts): string {
	const scopes = run.open.map(scopeName);
	const notice = texts.text('resume.notice', {time: momentText(run.time), scopes});
	return [notice, ...resumeCommands(run).map((command) => `  ${command}`)]
		.map((line) => `${line}\n`)
		.join('');
}
