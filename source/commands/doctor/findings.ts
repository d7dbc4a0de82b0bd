import {documentVersion, errorDocument} from '../../documents/change-document.ts';
import {printDocument} from '../../documents/print-document.ts';
import {checkLines} from '../../frontends/lines/check-lines.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {textLine, pairLine, type Line} from '../../frontends/lines/line.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus, statusOfUnread} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import {placeOf} from '../../wizard/place.ts';
import {checkReads, checksOf, usersCheck} from '../../wizard/session/checks.ts';
import {listSkipped} from '../../wizard/steps/user.ts';
import type {Check} from '../../wizard/view.ts';
import type {doctorOptions} from '../common-options.ts';
import type {CommandContext} from '../open-run.ts';
import type {OptionValues} from '../options.ts';
import {linesFor} from '../output.ts';
import type {RunContext} from '../run-context.ts';

/** What a doctor found. */
export interface Findings {
	readonly checks: readonly Check[];
	readonly configurationFile: string | undefined;
	readonly exitStatus: number;
}

/** Reads all that a setup needs, and says what is there. */
export async function findingsOf({reads, directories}: RunContext): Promise<Findings> {
	await Promise.all([...checkReads(reads), reads.users].map(async (read) => read.start()));
	const configuration = readConfiguration(directories.operators.configurationFile);
	const place = placeOf(configuration, reads.target.value(), reads.linked.value());
	const isApiKeyLogin = configuration?.apiKeyLogin === true;
	const context = {answers: {}, isApiKeyLogin, offerDemo: false, place, reads};
	const {checks, blocker} = checksOf(context);
	const hasList = blocker === undefined && listSkipped(context) === undefined;
	const all = hasList ? [...checks, usersCheck(context)] : checks;
	return {checks: all, configurationFile: configuration?.path, exitStatus: statusOf(all)};
}

/** Why checks could not be made, or failed. */
function errorsOf(checks: readonly Check[]): readonly CliError[] {
	return checks.flatMap(({error}) => (error === undefined ? [] : [error]));
}

/** 0 only where everything was read and is there; what is missing says more than what was not read. */
function statusOf(checks: readonly Check[]): number {
	if (checks.some(({state, error}) => state === 'missing' && error === undefined)) {
		return exitStatus.prerequisite;
	}

	return statusOfUnread(errorsOf(checks));
}

/**
 * Prints what was found: lines, what mends it, and why something was not read; or one JSON document.
 *
 * @param program the `ibmcloud` that was found; undefined where there is none, or in a rehearsal.
 */
export async function printFindings(
	findings: Findings,
	program: string | undefined,
	{process, texts}: CommandContext,
	{quiet, output}: Pick<OptionValues<typeof doctorOptions>, 'quiet' | 'output'>,
): Promise<void> {
	if (output !== undefined) {
		await printDocument('doctor', documentOf(findings, program, texts), process.stdout);
		return;
	}

	const {checks} = findings;
	const shown = quiet ? checks.filter(({state}) => state !== 'fine') : checks;
	const lines = [
		...(program === undefined ? [] : [textLine(texts.text('doctor.program', {path: program}))]),
		...checkLines({kind: 'checks', checks: shown, blocker: undefined}, texts),
		...checks.flatMap(({remedy, state}) =>
			remedy === undefined || state === 'fine'
				? []
				: [pairLine(texts.text('blocker.remedy'), remedy, {tone: 'command'})],
		),
	];
	process.stdout.write(linesFor(process, 'stdout', lines));
	const errors = errorsOf(checks);
	if (errors.length > 0) {
		process.stderr.write(linesFor(process, 'stderr', errorLinesOf(errors, texts)));
	}
}

/** Each reason once, with the commands that it kept from being read. */
function errorLinesOf(errors: readonly CliError[], texts: Texts): Line[] {
	return [...Map.groupBy(errors, ({kind, words}) => `${kind} ${words}`).values()].flatMap((alike) => {
		const commands = [...new Set(alike.map(({command}) => `'${command}'`))];
		return [
			...alike.slice(0, 1).flatMap((error) => errorLines(error, texts)),
			textLine(texts.text('doctor.noAnswer', {commands}), {indent: 1}),
		];
	});
}

function documentOf(
	{checks, configurationFile, exitStatus: status}: Findings,
	program: string | undefined,
	texts: Texts,
): Record<string, unknown> {
	const missing = checks.find(({state}) => state === 'missing');
	return {
		schemaVersion: documentVersion,
		command: 'doctor',
		exitStatus: status,
		program: program ?? null,
		configurationFile: configurationFile ?? null,
		checks: checks.map(({id, state, result, remedy, error}) => ({
			id,
			state,
			result: result === undefined ? null : texts.say(result),
			remedy: remedy ?? null,
			error: errorDocument(error),
		})),
		error: errorDocument(missing?.error),
	};
}
