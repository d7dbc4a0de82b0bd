import type {ErrorRow} from '../../source/ibmcloud/error-row.ts';
import {errorTable} from '../../source/ibmcloud/error-table.ts';
import {cleanWords} from '../../source/secrets/clean.ts';
import {programName, startCommand} from '../../source/program-name.ts';
import {english} from '../../source/text/languages/english.ts';
import {liveSamples, understood, type LiveSample} from '../../test/ibmcloud/live-samples.ts';

/** Returns `docs/errors.md`: the texts, the table of errors, and what the program makes of the samples. */
export function errorsPage(): string {
	return [
		'# Errors',
		'Every kind of error that the program tells apart, with what it says and the way out. In JSON the kind stands in `error.kind`. Below the sentence the program always shows the words of `ibmcloud` itself, without secrets. `npm run errors` writes this page; a test holds it.',
		table(['Kind', 'What it means', 'What to do'], kindRows()),
		'## How an error is recognized',
		"First by the way the command ended: missing, ended by a signal, out of time. Then by the first row of this table that fits: failed connections, IBM's codes, names and statuses that are the same in all languages of the CLI, and only then sentences. A row that names commands is only meant of those: what a thing means can depend on who said it. The rows are data, in `source/ibmcloud/error-table.ts`.",
		table(
			['Kind', 'By', 'Of', 'Evidence'],
			errorTable.map((row) => rowOf(row)),
		),
		'## What it makes of real failures',
		'Output of the real `sl` plug-in: against failures of IAM in five of the ten languages of the CLI (`iam/`), and against answers of a classic API (`sl/`, `sl-live/`). They lie in `test/samples/`. A login is offered first where it is sure to mend the failure, and last where nothing tells what it is.',
		table(['Sample', 'Language', 'Said', 'Understood as', 'Repeated', 'Login'], sampleRows()),
		'',
	]
		.join('\n\n')
		.replace(/\n+$/, '\n');
}

function table(heads: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
	const line = (cells: readonly string[]): string =>
		`| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
	return [line(heads), line(heads.map(() => '---')), ...rows.map((row) => line(row))].join('\n');
}

function kindRows(): readonly string[][] {
	const texts: Readonly<Record<string, string>> = english;
	const said = (key: string): string =>
		(texts[key] ?? '')
			.replace('{program}', programName)
			.replace('{start}', startCommand)
			.replaceAll("''", "'");
	const ofRead = (remedy: string): string => (remedy === '' ? '' : ` Where a read was refused: ${remedy}`);
	return Object.keys(texts).flatMap((key) => {
		const kind = /^error\.([a-z-]+)$/.exec(key)?.[1];
		return kind === undefined || texts[`${key}.do`] === undefined
			? []
			: [[`\`${kind}\``, said(key), [said(`${key}.do`), ofRead(said(`${key}.do.read`))].join('')]];
	});
}

function rowOf({kind, codes, status, shape, sentence, on, evidence}: ErrorRow): string[] {
	const by = [
		...(codes === undefined ? [] : [codes.map((code) => `\`${code}\``).join(', ')]),
		...(status === undefined ? [] : [`HTTP ${typeof status === 'number' ? status : status.join(' to ')}`]),
		...(shape === undefined ? [] : [`shape \`${shape.source}\``]),
		...(sentence === undefined ? [] : [`sentence \`${sentence.source}\``]),
	].join(', ');
	return [`\`${kind}\``, by, on === undefined ? 'all' : `\`${on.source}\``, evidence];
}

/** Returns the rows of the samples; the languages of a sample that are understood alike share a row. */
function sampleRows(): readonly string[][] {
	const rows = new Map<string, {readonly cells: readonly string[]; readonly languages: string[]}>();
	for (const sample of liveSamples()) {
		const made = understood(sample);
		if (made !== undefined) {
			const {kind, isRetried, login} = made;
			const cells = [kind, isRetried ? 'yes' : 'no', login];
			const key = [sample.name, ...cells].join(' ');
			const row = rows.get(key) ?? {cells: [sample.name, lastWords(sample), ...cells], languages: []};
			rows.set(key, {...row, languages: [...row.languages, sample.language]});
		}
	}

	return [...rows.values()].map(({cells: [name = '', said = '', ...cells], languages}) => [
		`\`${name}\``,
		languages.filter((language) => language !== '').join(', '),
		said,
		...cells,
	]);
}

/** Returns the most telling line: the last one of a failure. */
function lastWords({result}: LiveSample): string {
	const last = result.exitCode === 0 ? '' : (cleanWords(result.stderr).split('\n').at(-1) ?? '');
	// The ports of the test servers differ, and an HTML page is no message.
	return last === '' ? '' : `\`${last.replace(/http:\/\/[\d.]+:\d+\/[^"]*/, '…').replaceAll('`', "'")}\``;
}
