import {links} from '../../ibmcloud/facts/links.ts';
import type {Secret} from '../../secrets/secret.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {candidatesOf} from '../pair.ts';
import {usersToSet} from '../review/scopes.ts';
import type {Step} from '../step.ts';
import {keyField} from './key.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		/** The keys of the users that a file wants set, by username. */
		readonly keys: ReadonlyMap<string, Secret>;
	}
}

/** Takes back and describes keys by username. */
export const byUsername = {
	takeBack: (keys) => (keys.size > 1 ? new Map([...keys].slice(0, -1)) : undefined),
	describe: (keys) =>
		message('value.list', {values: [...keys].map(([username, key]) => `${username} (${key.fingerprint})`)}),
} satisfies Pick<Step<'keys'>, 'takeBack' | 'describe'>;

/** The keys of the users that a file sets in place of somebody else, asked one by one, each once. */
export const keysStep: Step<'keys'> = {
	id: 'keys',
	title: message('keys.title'),
	changeLabel: message('action.change.keys'),
	page: links.classicKeys,
	isNeeded: ({change, expectation, isDryRun}) => change === 'set' && expectation !== undefined && !isDryRun,
	isOpen: (context) => usersWithoutKey(context).length > 0,
	question: (context) => ({
		...keyField(context, userAsked(context)),
		flags: usersWithoutKey(context).map((user) => `--infrastructure-api-key ${user}=@FILE`),
	}),
	take(reply, context) {
		if (reply.kind !== 'secret') {
			return undefined;
		}

		// Changed from the review, all keys are entered again.
		const before = usersWithoutKey(context).length === 0 ? [] : (context.answers.keys?.value ?? []);
		return {value: new Map([...before, [userAsked(context), reply.secret]]), source: 'typed'};
	},
	...byUsername,
	pairs: candidatesOf,
};

function usersWithoutKey(context: Context): readonly string[] {
	return usersToSet(context).filter((username) => context.answers.keys?.value.has(username) !== true);
}

/** Returns the user whose key is asked. */
export function userAsked(context: Context): string {
	const [first = usersToSet(context)[0] ?? ''] = usersWithoutKey(context);
	return first;
}
