import {closest, distance} from 'fastest-levenshtein';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message, type Message} from '../text/message.ts';
import type {PlainKey} from '../text/catalogue.ts';
import type {Command} from './command.ts';

/** Which command reads its arguments, among all of them. */
export interface CalledCommand extends Pick<Command, 'name' | 'options' | 'operand'> {
	/** How the options of any command can be written. */
	readonly knownOptions: readonly string[];
}

/** What is suggested to nobody: it changes more than a slip of the finger should. */
const neverSuggested = ['--force', '--no-pair-check', '--replace-account', 'unset'];

/** The one that a word is near to; undefined where none is, or it must not be suggested. */
function nearTo(word: string, known: readonly string[]): string | undefined {
	const begun = known.filter((candidate) => word.replace(/^-+/, '').length > 2 && candidate.startsWith(word));
	const near = begun.length === 1 ? (begun[0] ?? '') : closest(word, known);
	const isNear = begun.length === 1 || distance(word, near) <= Math.ceil(near.replace(/^-+/, '').length / 4);
	return isNear && !neverSuggested.includes(near) ? near : undefined;
}

/** What people try, and the answer. */
const tried: ReadonlyArray<readonly [words: readonly string[], answer: PlainKey]> = [
	[['--key', '--api-key', '--apikey', '--classic-api-key', '--password'], 'tried.key'],
	[['--json', '--format'], 'tried.json'],
	[['--user', '--username', '-u'], 'tried.user'],
	[['--yes', '-y', '--assume-yes'], 'tried.yes'],
	[['--group', '--rg'], 'tried.group'],
	[['rotate', 'renew', 'replace', 'update'], 'tried.rotate'],
	[['list', 'ls', 'get', 'show'], 'tried.list'],
	[['undo', 'rollback', 'revert', 'restore'], 'tried.undo'],
	[['set', 'apply', 'create'], 'tried.set'],
	[['--where-set'], 'tried.whereSet'],
];

function answerTo(word: string): Message | undefined {
	const answer = tried.find(([words]) => words.includes(word.toLowerCase()))?.[1];
	return answer === undefined ? undefined : message(answer);
}

/** What is said of a command that does not exist. It is not repeated: it may be a key. */
export function unknownCommand(word: string, known: readonly string[]): Message {
	const near = nearTo(word, known);
	return (
		answerTo(word) ??
		(near === undefined ? message('usage.unknownCommand') : message('usage.unknownCommand.near', {near}))
	);
}

/** What is said of an option that a command does not have. @param name with its dashes. */
export function unknownOption(name: string, {name: command, options, knownOptions}: CalledCommand): Message {
	// A key that lacks the blank before it would be part of the name, which is not repeated then.
	if (name === '' || looksLikeAKey(name)) {
		return message('usage.optionNotKnown');
	}

	const near = nearTo(
		name,
		options.map((option) => `--${option.name}`),
	);
	return (
		answerTo(name) ??
		(knownOptions.includes(name)
			? message('usage.notOfCommand', {command, name})
			: near === undefined
				? message('usage.unknownOption', {name})
				: message('usage.unknownOption.near', {name, near}))
	);
}
