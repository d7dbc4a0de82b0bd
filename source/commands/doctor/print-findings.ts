import {checkLines} from '../../frontends/lines/check-lines.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {plainText} from '../../frontends/lines/print.ts';
import {documentVersion, errorDocument} from '../../documents/change-document.ts';
import {printDocument} from '../../documents/print-document.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import type {Texts} from '../../text/texts.ts';
import type {Paint} from '../../frontends/lines/theme.ts';
import {painterFor} from '../output.ts';
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
	const remedies = checks.flatMap(({remedy, state}) =>
		remedy === undefined || state === 'fine' ? [] : [texts.text('doctor.remedy', {remedy})],
	);
	process.stdout.write(
		[
			program === undefined ? '' : `${texts.text('doctor.program', {path: program})}\n`,
			plainText(
				checkLines({kind: 'checks', checks: shown, blocker: undefined}, texts),
				painterFor(process, 'stdout'),
			),
			...remedies.map((remedy) => `${remedy}\n`),
		].join(''),
	);
	const errors = errorsOf(checks);
	if (errors.length > 0) {
		process.stderr.write(errorText(errors, texts, painterFor(process, 'stderr')));
	}
}

/** Each reason once, with the commands that it kept from being read. */
function errorText(errors: readonly CliError[], texts: Texts, paint: Paint): string {
	return [...Map.groupBy(errors, ({kind, words}) => `${kind} ${words}`).values()]
		.map((alike) => {
			const commands = [...new Set(alike.map(({command}) => command))];
			const lines = alike.slice(0, 1).flatMap((error) => errorLines(error, texts));
			return `${plainText(lines, paint)}  ${texts.text('doctor.noAnswer', {commands})}\n`;
		})
		.join('');
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
			error: error === undefined ? null : errorDocument(error),
		})),
		error: missing?.error === undefined ? null : errorDocument(missing.error),
	};
}
