import {printDocument} from '../../documents/print-document.ts';
import {doctorDocument} from '../../documents/reading-documents.ts';
import {checkLines} from '../../frontends/lines/check-lines.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {textLine, pairLine, type Line} from '../../frontends/lines/line.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus, statusOfUnread} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import {placeOf} from '../../wizard/context.ts';
import {checkReads, checksOf, usersCheck} from '../../wizard/session/checks.ts';
import {listSkipped} from '../../wizard/steps/user.ts';
import type {Check} from '../../wizard/view.ts';
import {doctorOptions} from '../common-options.ts';
import type {CommandContext, RefusedRun} from '../command.ts';
import {valuesOf} from '../options.ts';
import {linesFor} from '../output.ts';
import {withReadingRun, type ReadingRun} from '../reading-run.ts';
import {diagnosticBundle} from './bundle.ts';

/** Milliseconds after which an unanswered command is reported: nobody waits longer for a diagnosis. */
const longestMs = 30_000;

/** Runs `classic-credentials doctor`: all checks of a setup and nothing else, with the fix for each. */
export async function doctor(context: CommandContext): Promise<number | RefusedRun> {
	const {process, texts, given} = context;
	const values = valuesOf(doctorOptions, given);
	return withReadingRun(
		context,
		values,
		async (opened) => {
			if (values.bundle) {
				const bundle = await diagnosticBundle(opened, texts).finally(opened.stopProgress);
				process.stdout.write(bundle.text);
				return bundle.exitStatus;
			}

			const found = await findingsOf(opened).finally(opened.stopProgress);
			const status = statusOf(found.checks);
			if (values.output === undefined) {
				printFindings(found, values.quiet, context);
			} else {
				await printDocument(doctorDocument(status, found, texts), process.stdout);
			}

			return status;
		},
		longestMs,
	);
}

async function findingsOf({reads, directories, program, demo}: ReadingRun) {
	await Promise.all([...checkReads(reads), reads.users].map(async (read) => read.start()));
	const configuration = readConfiguration(directories.operators.configurationFile);
	const place = placeOf(configuration, reads.target.value(), reads.linked.value());
	const isApiKeyLogin = configuration?.apiKeyLogin === true;
	const context = {answers: {}, isApiKeyLogin, isInteractive: false, place, reads};
	const {checks, blocker} = checksOf(context);
	const hasList = blocker === undefined && listSkipped(context) === undefined;
	return {
		checks: hasList ? [...checks, usersCheck(context)] : checks,
		configurationFile: configuration && directories.operators.configurationFile,
		program: program.ok && demo === undefined ? program.value.path : undefined,
	};
}

function errorsOf(checks: readonly Check[]): readonly CliError[] {
	return checks.flatMap(({error}) => (error === undefined ? [] : [error]));
}

/** Returns 0 only if everything was read and is there. What is missing outranks what was not read. */
function statusOf(checks: readonly Check[]): number {
	if (checks.some(({state, error}) => state === 'missing' && error === undefined)) {
		return exitStatus.prerequisite;
	}

	return statusOfUnread(errorsOf(checks));
}

function printFindings(
	{checks, program}: Awaited<ReturnType<typeof findingsOf>>,
	isQuiet: boolean,
	{process, texts}: CommandContext,
): void {
	const shown = isQuiet ? checks.filter(({state}) => state !== 'fine') : checks;
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

/** Returns each reason once, with the commands that got no answer because of it. */
function errorLinesOf(errors: readonly CliError[], texts: Texts): Line[] {
	return [...Map.groupBy(errors, ({kind, words}) => `${kind} ${words}`).values()].flatMap((alike) => {
		const commands = [...new Set(alike.map(({command}) => `'${command}'`))];
		return [
			...alike.slice(0, 1).flatMap((error) => errorLines(error, texts)),
			textLine(texts.text('doctor.noAnswer', {commands}), {indent: 1}),
		];
	});
}
