import {closest, distance} from 'fastest-levenshtein';
import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message, type Message} from '../text/message.ts';
import type {PlainKey} from '../text/catalogue.ts';
import type {Command} from './command.ts';

/** The command whose arguments are parsed. */
export interface CalledCommand extends Pick<Command, 'name' | 'options' | 'operand'> {
	/** The spellings of all options of all commands. */
	readonly knownOptions: readonly string[];
}

/** Never suggested: these change more than a typo should. */
const neverSuggested = ['--force', '--no-pair-check', '--replace-account', 'unset'];

/** Returns the known word closest to this one; undefined if none is close, or it must not be suggested. */
function nearTo(word: string, known: readonly string[]): string | undefined {
	const begun = known.filter((candidate) => word.replace(/^-+/, '').length > 2 && candidate.startsWith(word));
	const near = begun.length === 1 ? (begun[0] ?? '') : closest(word, known);
	const isNear = begun.length === 1 || distance(word, near) <= Math.ceil(near.replace(/^-+/, '').length / 4);
	return isNear && !neverSuggested.includes(near) ? near : undefined;
}

/** Words that people try, and the answers. */
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

/** Returns the message for an unknown command. It does not repeat the word, which may be a key. */
export function unknownCommand(word: string, known: readonly string[]): Message {
	const near = nearTo(word, known);
	return (
		answerTo(word) ??
		(near === undefined ? message('usage.unknownCommand') : message('usage.unknownCommand.near', {near}))
	);
}

/** Returns the message for an option that a command does not have. @param name with its dashes. */
export function unknownOption(name: string, {name: command, options, knownOptions}: CalledCommand): Message {
	// A key without a blank before it becomes part of the name, so such a name is not repeated.
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
