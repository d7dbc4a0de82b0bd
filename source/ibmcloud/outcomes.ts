import {cleanTranscript, cleanWords, stripAnsi} from '../secrets/clean.ts';
import type {Ending, RunResult} from '../shell/run.ts';
import {errorCodeIn, fits, isNothingSet, statusIn, type Failure} from './error-row.ts';
import {errorTable} from './error-table.ts';
import {fieldOf, parseJson, present, textField} from './parsers/fields.ts';
import {readUserList} from './parsers/user-list.ts';
import type {CliError, ErrorKind, Outcome, UserList} from './types.ts';

/**
 * The order in which every command is read: its exit code, which only one has that ended by itself, then its
 * output.
 *
 * @param parse gives undefined where the output is not what the command prints.
 */
export function outcomeOf<Value>(
	parse: (stdout: string) => Value | undefined,
): (result: RunResult, command: string) => Outcome<Value> {
	return (result, command) => {
		if (result.exitCode !== 0) {
			return {ok: false, error: classify(result, command)};
		}

		const value = parse(result.stdout);
		return value === undefined ? {ok: false, error: unreadable(result, command)} : {ok: true, value};
	};
}

/** A list that may be long. */
export async function userListOf(result: RunResult, command: string): Promise<Outcome<UserList>> {
	const list = result.exitCode === 0 ? await readUserList(result.stdout) : undefined;
	return outcomeOf(() => list)(result, command);
}

/** For commands whose success text is unknown: only the exit code counts. */
export function done(result: RunResult, command: string): Outcome<void> {
	return result.exitCode === 0 ? {ok: true, value: undefined} : {ok: false, error: classify(result, command)};
}

/** Where none is set, the wish is fulfilled; that the CLI then fails with E0051 is inferred. */
export function unset(result: RunResult, command: string): Outcome<void> {
	return orNothingSet(done(result, command), undefined);
}

/** Returns this value in place of the failure with the code for "nothing is set". */
export function orNothingSet<Value>(outcome: Outcome<Value>, value: Value): Outcome<Value> {
	return !outcome.ok && isNothingSet(outcome.error.code) ? {ok: true, value} : outcome;
}

/** Returns what a command printed that ended by itself: both outputs and exit status; no secrets. */
export function transcript(result: RunResult, command: string): Outcome<string> {
	if (result.ending !== 'exited') {
		return {ok: false, error: classify(result, command)};
	}

	const [printed, errors] = [cleanTranscript(result.stdout), cleanTranscript(result.stderr)];
	const parts = [printed, errors === '' ? '' : `(stderr)\n${errors}`, `(exit ${result.exitCode})`];
	return {ok: true, value: parts.filter((part) => part !== '').join('\n')};
}

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
 * Recognizes a failure: by the way the child ended, then by the table of errors.
 *
 * @param command as a person may read it: no secret in it. What was said depends on it.
 */
export function classify(result: RunResult, command: string): CliError {
	const text = `${beginning(result.stderr)}\n${beginning(result.stdout)}`;
	const code = result.ending === 'exited' ? errorCodeIn(text) : undefined;
	const failure: Failure = {text, command, code, status: statusIn(text)};
	return {
		kind: kindsByEnding.get(result.ending) ?? errorTable.find((row) => fits(row, failure))?.kind ?? 'unknown',
		words: ownWords(result, command),
		command,
		...present({code, exitCode: result.exitCode}),
	};
}

/** Returns the failure of a command that says it succeeded but whose output is not what it prints. */
export function unreadable(result: RunResult, command: string): CliError {
	return {
		kind: noAnswer.test(result.stdout) ? 'answer-broken' : 'unreadable',
		words: ownWords(result, command),
		command,
		exitCode: 0,
	};
}

/** What the `sl` plug-in prints of null and of an error with status 200 (seen), and the page of a portal. */
const noAnswer = /^\s*(?:\[\s*\{\s*\}\s*\]\s*$|<)/u;

/**
 * The CLI's own words for what happened. Standard error first (from source: messages go there); standard
 * output only where that is empty; the sentences of a JSON answer of the service rather than its braces.
 */
function ownWords(result: RunResult, command: string): string {
	const given = result.isConfidential === true ? command : undefined;
	const words = cleanWords(withoutTrace(result.stderr), given);
	if (words !== '') {
		return words;
	}

	const answer = parseJson(result.stdout);
	const description = textField(answer, 'description', 'message');
	if (description !== '') {
		// From source: the service's ErrorResponse; that the CLI prints it in JSON mode is inferred.
		const code = textField(answer, 'code');
		const incident =
			fieldOf(answer, 'incidentID') === undefined ? '' : `Incident ID: ${textField(answer, 'incidentID')}`;
		return cleanWords(
			[
				code === '' ? description : `${description} (${code})`,
				textField(answer, 'recoveryCLI'),
				incident,
			].join('\n'),
			given,
		);
	}

	return cleanWords(result.stdout, given);
}

function beginning(text: string): string {
	return withoutTrace(stripAnsi(text.slice(0, searchedCharacters)));
}

/** A trace that is on stands among the words (seen: real `sl` plug-in); what it repeats is no error. */
function withoutTrace(text: string): string {
	return text.replaceAll(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[DEBUG\].*\n?/gmu, '');
}
