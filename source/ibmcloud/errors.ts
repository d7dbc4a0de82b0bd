import type {Ending, RunResult} from '../shell/run.ts';
import {errorCodeIn, kindsByCode} from './error-codes.ts';
import {networkErrors, sentences, stableErrors, statuses, type ErrorEntry} from './error-table.ts';
import {cleanWords, stripAnsi} from '../secrets/clean.ts';
import {isObject} from '../secrets/json.ts';
import {fieldOf, textOf} from './parsers/fields.ts';
import {parseJson} from './parsers/json.ts';
import type {CliError, ErrorKind} from './types.ts';

/** Ways to end that say by themselves what went wrong. */
const kindsByEnding: ReadonlyMap<Ending, ErrorKind> = new Map<Ending, ErrorKind>([
	['not-found', 'cli-missing'],
	['not-executable', 'cli-not-executable'],
	['not-started', 'cli-not-started'],
	['timed-out', 'timed-out'],
	['cancelled', 'cancelled'],
	['killed', 'killed'],
	['output-too-large', 'output-too-large'],
]);

/** Messages are short; more than this is output, in which sentences and codes mean nothing. */
const searchedCharacters = 20_000;

/**
 * Recognises a failure: by the way the child ended, by a failed connection, by IBM's error code, by exception class
 * or HTTP status, and only then by an English sentence. `command` is what a person may read: no secret in it.
 */
export function classify(result: RunResult, command: string): CliError {
	const code = codeOf(result);
	return {
		kind: kindsByEnding.get(result.ending) ?? kindOf(searchedText(result), code),
		words: ownWords(result, command),
		command,
		...(code === undefined ? {} : {code}),
		...(result.exitCode === undefined ? {} : {exitCode: result.exitCode}),
	};
}

/** The error code in what a child printed that ended by itself, as it is printed. */
export function codeOf(result: RunResult): string | undefined {
	return result.ending === 'exited' ? errorCodeIn(searchedText(result)) : undefined;
}

function searchedText({stdout, stderr}: RunResult): string {
	return `${beginning(stderr)}\n${beginning(stdout)}`;
}

/** Whether a login mends it. */
export function isAboutLogin({kind}: CliError): boolean {
	return kind === 'session-expired' || kind === 'not-logged-in';
}

/** The failure of a command that says it succeeded but whose output is not what it prints. */
export function unreadable(result: RunResult, command: string): CliError {
	return {
		kind: 'unreadable',
		words: ownWords(result, command),
		command,
		...(result.exitCode === undefined ? {} : {exitCode: result.exitCode}),
	};
}

/**
 * The CLI's own words for what happened. Standard error first (from source: messages go there); standard output only
 * where that is empty; the sentences of a JSON answer of the service rather than its braces.
 */
function ownWords(result: RunResult, command: string): string {
	const given = result.isConfidential === true ? command : undefined;
	const words = cleanWords(result.stderr, given);
	if (words !== '') {
		return words;
	}

	const answer = result.stdout.length <= searchedCharacters ? parseJson(result.stdout) : undefined;
	const description = textOf(answer, 'description', 'message');
	if (isObject(answer) && description !== '') {
		// From source: the service's ErrorResponse; that the CLI prints it in JSON mode is inferred.
		const code = textOf(answer, 'code');
		const incident =
			fieldOf(answer, 'incidentID') === undefined ? '' : `Incident ID: ${textOf(answer, 'incidentID')}`;
		return cleanWords(
			[code === '' ? description : `${description} (${code})`, textOf(answer, 'recoveryCLI'), incident].join(
				'\n',
			),
			given,
		);
	}

	return cleanWords(result.stdout, given);
}

function kindOf(text: string, code: string | undefined): ErrorKind {
	return (
		find(networkErrors, text) ??
		(code === undefined ? undefined : kindsByCode.get(code.toUpperCase())) ??
		find(stableErrors, text) ??
		find(sentences, text) ??
		find(statuses, text) ??
		'unknown'
	);
}

function find(entries: readonly ErrorEntry[], text: string): ErrorKind | undefined {
	return entries.find((entry) => entry.recognise.test(text))?.kind;
}

function beginning(text: string): string {
	return stripAnsi(text.slice(0, searchedCharacters));
}
