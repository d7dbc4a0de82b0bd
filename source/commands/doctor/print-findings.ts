import {checkLines} from '../../frontends/lines/check-lines.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {textLine, pairLine, type Line} from '../../frontends/lines/line.ts';
import {documentVersion, errorDocument} from '../../documents/change-document.ts';
import {printDocument} from '../../documents/print-document.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import type {Texts} from '../../text/texts.ts';
import {linesFor} from '../lines-for.ts';
import {errorsOf, type Findings} from './findings.ts';

interface PrintOptions {
	readonly process: NodeJS.Process;
	readonly texts: Texts;
	/** The `ibmcloud` that was found; undefined where there is none, or in a rehearsal. */
	readonly program: string | undefined;
	/** For scripts that want to see only what is not as it should be. */
	readonly isQuiet: boolean;
	readonly isJson: boolean;
}

/** Prints what was found: lines, what mends it, and why something was not read; or one JSON document. */
export async function printFindings(findings: Findings, options: PrintOptions): Promise<void> {
	const {process, texts, program, isQuiet, isJson} = options;
	if (isJson) {
		await printDocument('doctor', documentOf(findings, program, texts), process.stdout);
		return;
	}

	const {checks} = findings;
	const shown = isQuiet ? checks.filter(({state}) => state !== 'fine') : checks;
	const lines = [
		...(program === undefined ? [] : [textLine(texts.text('doctor.program', {path: program}))]),
		...checkLines({kind: 'checks', checks: shown, blocker: undefined}, texts),
		...checks.flatMap(({remedy, state}) =>
			remedy === undefined || state === 'fine'
				? []
				: [pairLine(texts.text('trouble.remedy'), remedy, {tone: 'command'})],
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
	{checks, configurationFile, exitStatus}: Findings,
	program: string | undefined,
	texts: Texts,
): Record<string, unknown> {
	const missing = checks.find(({state}) => state === 'missing');
	return {
		schemaVersion: documentVersion,
		command: 'doctor',
		exitStatus,
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
