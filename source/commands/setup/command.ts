import {lineWriter} from '../../frontends/lines/line.ts';
import {plainText} from '../../frontends/lines/print.ts';
import type {Environment} from '../../shell/environment.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {isTerminal} from '../is-terminal.ts';
import type {CommandContext} from '../open-run.ts';
import {parseOnlyOptions, textOf, type OptionDefinition} from '../options.ts';
import {refuse} from '../refuse.ts';
import {setupOptions} from './definitions.ts';
import {takeEnvironmentPair} from './environment-pair.ts';
import {sayFirstWords} from './first-words.ts';
import type {SetupRun} from './run.ts';
import {readKey} from './key-source.ts';
import {missingFlags, setupRequest, type SetupRequest} from './request.ts';
import {refuseChange} from './refusal.ts';
import {openReportFile} from './report-file.ts';

/** `classic-credentials setup`: guided in a terminal, non-interactive without one. @returns the exit status. */
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
	const {process, args, texts} = context;
	const pair = takeEnvironmentPair(process.env);
	const parsed = parseOnlyOptions(definitions, args);
	if (!parsed.ok) {
		return refuse(process, texts, texts.say(parsed.reason));
	}

	const made = setupRequest(change, parsed.values, pair);
	if (!made.ok) {
		const isJson = textOf(parsed.values, 'output') !== undefined;
		return refuseChange(context, {change, isJson, reason: made.reason});
	}

	const {request} = made;
	return run({...context, request: {...request}});
}

/** `ibmcloud` then works for a language model: nobody is there to answer (from source: SDK `bluemix/env.go`). */
function isAskedByMachine(environment: Environment): boolean {
	return Boolean(environment['IBMCLOUD_MCP_ENABLED']);
}

async function run(context: SetupRun): Promise<number> {
	const {process, texts, request} = context;
	// With every answer and `--force` there is nothing to ask, in a terminal either.
	const isAnswered = request.isForced && missingFlags(request).length === 0;
	const hasTerminal =
		!request.isJson && !isAnswered && !isAskedByMachine(process.env) && isTerminal(1) && isTerminal(0);
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
	const keyed = await withKey(request, process, texts);
	if (!keyed.ok) {
		return refuseChange(context, {...request, reason: keyed.reason});
	}

	const reportFile = request.reportPath === undefined ? undefined : await openReportFile(request.reportPath);
	if (reportFile?.ok === false) {
		return refuseChange(context, {...request, reason: reportFile.reason});
	}

	if (hasTerminal) {
		sayFirstWords(process, texts, request.demo !== undefined);
	}

	// The session comes in while the first words are read.
	const {openAndRun} = await import('./run.ts');
	const held = await openAndRun(
		{...context, request: keyed.request},
		{
			hasTerminal,
			playsByItself,
			reportFile: reportFile?.file,
		},
	);
	if (!held.ok) {
		await reportFile?.file.discard();
		return refuseChange(context, {...request, reason: held.reason, error: held.error});
	}

	const {report} = held;
	return report.outcome === 'demo' ? run({...context, request: asRehearsal(request)}) : report.exitStatus;
}

/** What was asked for, as a rehearsal: it has questions of its own, and no API to send anything to. */
function asRehearsal(request: SetupRequest): SetupRequest {
	return {...request, answers: {}, keySource: undefined, writer: 'cli', demo: 'standard'};
}

type Keyed =
	| {readonly ok: true; readonly request: SetupRequest}
	| {readonly ok: false; readonly reason: Message};

/** Reads the key that a flag points to; what should be known about its source is said on standard error. */
async function withKey(request: SetupRequest, process: NodeJS.Process, texts: Texts): Promise<Keyed> {
	if (request.keySource === undefined) {
		return {ok: true, request};
	}

	const read = await readKey(request.keySource, process.stdin);
	if (!read.ok) {
		return read;
	}

	const writer = lineWriter(texts);
	process.stderr.write(plainText(read.warnings.map((warning) => writer.line(warning, {mark: 'note'}))));
	return {
		ok: true,
		request: {...request, answers: {...request.answers, key: {value: read.key, source: 'flag'}}},
	};
}
