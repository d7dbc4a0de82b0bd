import {isAboutLogin, isTransient, mayBeAboutLogin} from '../../source/ibmcloud/error-kinds.ts';
import {classify, unreadable} from '../../source/ibmcloud/outcomes.ts';
import {parseNewApiKey} from '../../source/ibmcloud/parsers/secrets.ts';
import {parseUserList} from '../../source/ibmcloud/parsers/user-list.ts';
import type {CliError} from '../../source/ibmcloud/types.ts';
import {describeCommand, type RunResult} from '../../source/shell/run.ts';
import {casesIn, ended, sample} from './samples.ts';

/** A recorded run of the real `sl` plug-in. */
export interface LiveSample {
	/** Folder and name, without the language. */
	readonly name: string;
	readonly language: string;
	readonly command: string;
	readonly result: RunResult;
}

/** IAM's failures when the token of `sl user list` had to be refreshed, in five languages, and calls of the classic API. */
export function liveSamples(): readonly LiveSample[] {
	return [...iamSamples(), ...classicSamples('sl'), ...classicSamples('sl-live')];
}

function iamSamples(): readonly LiveSample[] {
	return casesIn('iam').map((file) => {
		const [language = '', name = ''] = file.split('.');
		return {
			name: `iam/${name}`,
			language,
			command: 'ibmcloud sl user list',
			result: ended(sample(`iam/${file}.out`), sample(`iam/${file}.err`), sample(`iam/${file}.code`)),
		};
	});
}

function classicSamples(folder: 'sl' | 'sl-live'): readonly LiveSample[] {
	return casesIn(folder).map((name) => {
		const file = `${folder}/${name}`;
		return {
			name: file,
			language: '',
			command: describeCommand('ibmcloud', sample(`${file}.args`).trim().split('\n')),
			result: ended(sample(`${file}.stdout`), sample(`${file}.stderr`), sample(`${file}.code`)),
		};
	});
}

/** What the program makes of it. */
export interface Understood {
	/** A kind of error, or what was read. */
	readonly kind: string;
	readonly isRetried: boolean;
	readonly login: 'first' | 'last' | 'no';
}

/** Returns what the program makes of a sample; undefined if it has no parser for the command. */
export function understood({command, result}: LiveSample): Understood | undefined {
	if (result.exitCode !== 0) {
		return failure(classify(result, command));
	}

	if (command.includes(' apikey ')) {
		const key = parseNewApiKey(result, command);
		return key.ok ? success('a key, which is shown nowhere') : failure(key.error);
	}

	if (!command.includes(' user list ') || !command.includes('json')) {
		return undefined;
	}

	const list = parseUserList(result.stdout);
	if (list === undefined) {
		return failure(unreadable(result, command));
	}

	const unreadableUsers = list.users.filter(({isUnreadable}) => isUnreadable === true).length;
	return success(
		[
			`${list.users.length} users`,
			...(unreadableUsers === 0 ? [] : [`${unreadableUsers} unreadable`]),
			...(list.leftOut === 0 ? [] : [`${list.leftOut} left out`]),
		].join(', '),
	);
}

function success(kind: string): Understood {
	return {kind, isRetried: false, login: 'no'};
}

function failure(error: CliError): Understood {
	return {
		kind: `\`${error.kind}\``,
		isRetried: !error.command.includes(' apikey ') && isTransient(error),
		login: isAboutLogin(error) ? 'first' : mayBeAboutLogin(error) ? 'last' : 'no',
	};
}
