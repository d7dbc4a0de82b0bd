import {cleanTranscript, cleanWords, stripAnsi} from '../secrets/clean.ts';
import type {Ending, RunResult} from '../shell/run.ts';
import {errorCodeIn, fits, isNothingSet, statusIn, type Failure} from './error-row.ts';
import {errorTable} from './error-table.ts';
import {fieldOf, parseJson, present, textField} from './parsers/fields.ts';
import {readUserList} from './parsers/user-list.ts';
import type {CliError, ErrorKind, Outcome, UserList} from './types.ts';

/**
 * Returns a reader of a command's result: first the exit code, which only a command that ended by itself has,
 * then the output. `parse` returns undefined if the output is not what the command prints.
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

/** Reads a list of users, which may be long. */
export async function userListOf(result: RunResult, command: string): Promise<Outcome<UserList>> {
	const list = result.exitCode === 0 ? await readUserList(result.stdout) : undefined;
	return outcomeOf(() => list)(result, command);
}

/** Reads a command whose success text is unknown: only the exit code counts. */
export function done(result: RunResult, command: string): Outcome<void> {
	return result.exitCode === 0 ? {ok: true, value: undefined} : {ok: false, error: classify(result, command)};
}

/** Reads an unset. It is also done if none was set; that the CLI then fails with E0051 is inferred. */
export function unset(result: RunResult, command: string): Outcome<void> {
	return orNothingSet(done(result, command), undefined);
}

/** Returns `value` in place of a failure whose code means that none is set. */
export function orNothingSet<Value>(outcome: Outcome<Value>, value: Value): Outcome<Value> {
	return !outcome.ok && isNothingSet(outcome.error.code) ? {ok: true, value} : outcome;
}

/** Returns both outputs and the exit status of a command that exited by itself, without secrets. */
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

/** Messages are short; anything longer is output, in which sentences and codes mean nothing. */
const searchedCharacters = 20_000;

/** Classifies a failure by the child's ending, then by the table of errors. `command` holds no secret. */
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

/** Returns the failure of a command that exited with 0 but did not print what it should. */
export function unreadable(result: RunResult, command: string): CliError {
	return {
		kind: noAnswer.test(result.stdout) ? 'answer-broken' : 'unreadable',
		words: ownWords(result, command),
		command,
		exitCode: 0,
	};
}

/** What the `sl` plug-in prints for null and for an error with status 200 (seen), and a portal's page. */
const noAnswer = /^\s*(?:\[\s*\{\s*\}\s*\]\s*$|<)/u;

/**
 * Returns the CLI's own words. Standard error comes first (from source: messages go there), standard output
 * only if that is empty; of a JSON answer of the service its sentences, not its braces.
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

/** Removes the lines of a trace (seen: real `sl` plug-in): what they repeat is not an error. */
function withoutTrace(text: string): string {
	return text.replaceAll(/^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[DEBUG\].*\n?/gmu, '');
}
