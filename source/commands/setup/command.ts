import type {Document} from '../../documents/print-document.ts';
import {pairLine, textLine} from '../../frontends/lines/line.ts';
import {acquireTerminal} from '../../frontends/terminal/lease.ts';
import type {Environment} from '../../shell/environment.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {StepId} from '../../wizard/answers.ts';
import type {Reading} from '../../wizard/flag.ts';
import {stepOf} from '../../wizard/steps/list.ts';
import {refusedReport} from '../../wizard/view.ts';
import type {CommandContext, RefusedRun} from '../command.ts';
import {brokenAtBlanks} from '../help/layout.ts';
import {isTerminal, linesFor, painterFor, usesLineMode} from '../output.ts';
import {lacksKeys, withFile} from './from-file.ts';
import {openReportFile} from './report-file.ts';
import {
	missingFlags,
	setupRequest,
	takeEnvironmentPair,
	unusedKey,
	type EnvironmentPair,
	type SetupRequest,
	type SetupRun,
} from './request.ts';

/**
 * Runs `setup`, or `unset`, which removes what is set after a typed confirmation: guided, or non-interactive
 * without a terminal. @returns the exit status, or why nothing was carried out.
 */
export async function changeCredentials(
	context: CommandContext,
	change: 'set' | 'unset',
): Promise<number | RefusedRun> {
	const pair = takeEnvironmentPair(context.process.env);
	const made = setupRequest(change, context.given, pair);
	if (made.ok && change === 'set') {
		notePair(context, pair, made.value);
	}

	const filed = made.ok ? await withFile(made.value) : made;
	return filed.ok ? run({...context, request: filed.value}) : filed;
}

function notePair(context: CommandContext, pair: EnvironmentPair, {answers, options}: SetupRequest): void {
	const unused = unusedKey(pair, answers, options.demo !== undefined);
	if (unused !== undefined) {
		note(context, [unused]);
	} else if (pair.removed.length > 0) {
		note(context, pair.removed, 'key');
	}
}

/** Names the variable that forbids questions: CI, or a language model (from source: SDK `bluemix/env.go`). */
function variableThatForbidsQuestions({CI, IBMCLOUD_MCP_ENABLED}: Environment): string | undefined {
	return IBMCLOUD_MCP_ENABLED
		? 'IBMCLOUD_MCP_ENABLED'
		: ['', 'false', '0'].includes(CI ?? '')
			? undefined
			: 'CI';
}

async function run(context: SetupRun): Promise<number | RefusedRun> {
	const {process, request} = context;
	const {options} = request;
	const isJson = options.output !== undefined;
	// With every answer and `--force` there is nothing to ask, not even in a terminal.
	const flags = missingFlags(request);
	const isAnswered = options.force && flags.length === 0 && !lacksKeys(request);
	const isInTerminal = isTerminal(1) && isTerminal(0);
	const variable = variableThatForbidsQuestions(process.env);
	const hasTerminal = !isJson && !isAnswered && variable === undefined && isInTerminal;
	const playsByItself =
		options.demo !== undefined &&
		!hasTerminal &&
		request.fromFile === undefined &&
		Object.keys(request.answers).length === 0;
	if (!hasTerminal && !playsByItself && flags.length > 0) {
		return {
			ok: false,
			reason:
				isInTerminal && variable !== undefined
					? message('usage.missing.variable', {variable, flags})
					: message('usage.missing', {flags}),
			...(flags.includes('--force') ? {also: message('usage.missing.force')} : {}),
		};
	}

	// Before the terminal is taken: a password manager may ask in it, and Ctrl-C has to work.
	const answered = await withPending(context);
	if (!answered.ok) {
		return answered;
	}

	const reportFile = openReportFile(context, options);
	if (!reportFile.ok) {
		return reportFile;
	}

	if (hasTerminal) {
		sayFirstWords(context);
	}

	// The session loads while the first words are read.
	const {openAndRun} = await import('./run.ts');
	const session = await openAndRun({
		...context,
		request: answered.value,
		hasTerminal,
		playsByItself,
		reportFile: reportFile.value,
	});
	if (!session.ok) {
		reportFile.value?.discard();
		return session;
	}

	const {outcome, exitStatus: status} = session.report;
	return outcome === 'demo' ? run({...context, request: asRehearsal(request)}) : status;
}

/** Makes a rehearsal of a request: it has questions of its own, and no API to send anything to. */
function asRehearsal(request: SetupRequest): SetupRequest {
	const options = {...request.options, via: undefined, demo: 'standard'};
	return {...request, answers: {}, pending: new Map(), given: new Map(), fromFile: undefined, options};
}

/** Reads the answers that flags point to; notes about their source go to standard error. */
async function withPending(context: SetupRun): Promise<Reading<SetupRequest>> {
	const {request, process} = context;
	let {answers} = request;
	for (const [id, fetch] of request.pending) {
		const read = await fetch(process.stdin);
		if (!read.ok) {
			return read;
		}

		note(context, read.warnings, id);
		answers = {...answers, [id]: {value: read.value, source: 'flag'}};
	}

	return {ok: true, value: {...request, answers}};
}

/** Prints notes on standard error. @param step the step whose answer they are about. */
function note({process, texts}: CommandContext, warnings: readonly Message[], step?: StepId): void {
	const label = step && texts.text('check.labelled', {label: texts.say(stepOf(step).title)});
	const lines = warnings.map((warning) =>
		label === undefined
			? textLine(texts.say(warning), {mark: 'note'})
			: pairLine(label, texts.say(warning), {mark: 'note'}),
	);
	process.stderr.write(linesFor(process, 'stderr', lines));
}

/** Builds the document of a `setup` or `unset` that was refused. */
export async function refusalDocument(
	change: 'set' | 'unset',
	status: number,
	{reason, error}: RefusedRun,
	texts: Texts,
): Promise<Document> {
	const {changeDocument} = await import('../../documents/change-document.ts');
	return changeDocument(refusedReport({message: reason, exitStatus: status, error}), change, texts);
}

/**
 * Prints the first words as plain text, before Ink is loaded; they stay as the transcript's first lines. The
 * terminal is leased before: what is typed from here on is kept for the session, and not echoed.
 */
function sayFirstWords({process, texts, request: {options}}: SetupRun): void {
	acquireTerminal(process.stdin, process.stdout);
	const isDemo = options.demo !== undefined;
	// Line mode draws nothing that shows what the program waits for.
	const isLineMode = usesLineMode(options.accessible, process.env);
	const title = texts.text('program.title');
	const demo = isDemo ? texts.text('program.demo') : '';
	const words = isLineMode
		? [
				`${title} - ${texts.text('program.subtitle')}`,
				...(isDemo ? [demo] : []),
				texts.text('program.checking'),
			]
		: [`${title}  ${demo}`.trimEnd()];
	// A terminal that does not know its width says 0; left to itself, it would break in the middle of a word.
	const columns = (process.stdout.columns || Infinity) - 1;
	const rows = words
		.flatMap((line) => brokenAtBlanks(line, columns))
		.map((row) => `${row}\n`)
		.join('');
	const paint = painterFor(process, 'stdout');
	process.stdout.write(isLineMode ? rows : rows.replace(title, paint(title, 'strong')));
}
