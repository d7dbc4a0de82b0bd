import {accountNumberOf} from '../../ibmcloud/facts/accounts.ts';
import {links} from '../../ibmcloud/facts/links.ts';
import type {InfrastructureUser, UserList} from '../../ibmcloud/types.ts';
import {findPlugin} from '../../ibmcloud/parsers/installed.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import {lastRun} from '../../plan/last-changes.ts';
import {message, type Message} from '../../text/message.ts';
import type {ChosenUser} from '../answers.ts';
import type {Context} from '../context.ts';
import {offer, type OfferedAction} from '../action.ts';
import {memoize} from '../memoize.ts';
import {indexOf, type Option, type Question} from '../question.ts';
import {installAction, listedBy} from '../session/login.ts';
import {restoreAction} from '../session/restorable.ts';
import type {Step} from '../step.ts';
import {validateUsername} from '../username.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		readonly user: ChosenUser;
	}
}

/** The infrastructure user: from the list, or typed. */
export const userStep: Step<'user'> = {
	id: 'user',
	title: message('user.title'),
	changeLabel: message('action.change.user'),
	page: links.classicCredentials,
	flag: {
		name: 'infrastructure-username',
		placeholder: 'USERNAME',
		description: 'The infrastructure user whose credential is set, for example 1234567_name@example.com.',
		read([text = '']) {
			const username = text.trim();
			const reason = validateUsername(username);
			return reason === undefined ? {ok: true, value: {username}} : {ok: false, reason};
		},
	},
	dependsOn: ['listAccount'],
	isNeeded: ({change, expectation}) => change === 'set' && expectation === undefined,
	reads: (context) => (listSkipped(context) === undefined ? [usersRead(context)] : []),
	question(context) {
		const skipped = listSkipped(context);
		return skipped === undefined ? listQuestion(context) : typedQuestion(skipped, context);
	},
	take(reply, context) {
		const {answers, place} = context;
		const users = usersRead(context).value()?.users;
		const find = (name: string): InfrastructureUser | undefined =>
			users?.find(({username}) => username === name);
		if (reply.kind === 'option') {
			const listed = find(reply.value);
			if (listed === undefined || listed.isUnreadable === true) {
				return undefined;
			}

			// The number of another account is not known here; most usernames start with it.
			const listAccount = answers.listAccount === undefined ? (place.classicAccount ?? undefined) : undefined;
			return {value: {username: listed.username, listed, listAccount}, source: 'chosen'};
		}

		const username = reply.kind === 'as-typed' || reply.kind === 'text' ? reply.text.trim() : '';
		return validateUsername(username) === undefined
			? {value: {username, listed: find(username)}, source: 'typed'}
			: undefined;
	},
	describe: ({username}) => message('value.plain', {value: username}),
	line: () => ({label: message('answered.user')}),
};

/** Returns the list to choose from: of the targeted account, or of another account of the same login. */
export function usersRead({answers, reads}: Pick<Context, 'answers' | 'reads'>): Read<UserList> {
	return answers.listAccount === undefined ? reads.users : reads.usersOf(answers.listAccount.value);
}

/** Returns why the list of users is not read; undefined if it is. */
export function listSkipped(context: Pick<Context, 'answers' | 'place' | 'reads'>): Message | undefined {
	const {answers, place} = context;
	if (answers.listAccount !== undefined || usersRead(context).value() !== undefined) {
		return undefined;
	}

	if (lacksPlugin(context)) {
		return message('user.listSkipped.noPlugin');
	}

	if (place.isPrivate === true) {
		return message('user.listSkipped.privateEndpoint');
	}

	const hasNone =
		place.classicAccount === null || usersRead(context).failure()?.kind === 'no-classic-account';
	return hasNone ? message('user.listSkipped.noClassicAccount') : undefined;
}

function lacksPlugin({reads}: Pick<Context, 'reads'>): boolean {
	const plugins = reads.plugins.value();
	return plugins !== undefined && findPlugin(plugins, 'sl') === undefined;
}

function listQuestion(context: Context): Question {
	const {earlier, place, recorded} = context;
	const read = usersRead(context);
	const list = read.value();
	const last = lastRun(recorded(), 'set', place.account?.id)?.entries[0]?.after ?? undefined;
	const options = list === undefined ? [] : optionsOf(list, last);
	const listed = listedBy(read, context, 'retry-users');
	return {
		...listed,
		kind: 'choose-one',
		title: message('user.question'),
		hints: otherAccountHint(context),
		warnings: options.length >= 50_000 ? [message('user.largeList', {count: options.length})] : [],
		actions: [...listed.actions, ...otherAccountAction(context), ...restoreAction(context)],
		options,
		empty: message('user.noneListed'),
		...(list !== undefined && list.leftOut > 0 && {below: message('user.leftOut', {count: list.leftOut})}),
		initial: indexOf(options, earlier.user?.value.username),
		asTyped: {
			label: (text) => message('user.asTyped', {text}),
			validate: validateUsername,
			doubt: (text) => doubtOf(text, list),
		},
	};
}

function typedQuestion(reason: Message, context: Context): Question {
	return {
		kind: 'text',
		title: message('user.questionTyped'),
		hints: [reason, message('user.form'), ...otherAccountHint(context)],
		warnings: [],
		actions: [
			...(lacksPlugin(context) ? [installAction('sl')] : []),
			...otherAccountAction(context),
			...restoreAction(context),
		],
		initial: context.earlier.user?.value.username ?? '',
		validate: validateUsername,
		doubt: (text) => doubtOf(text, undefined),
	};
}

/** Returns a doubt about an unlisted text that starts with no account number: hardly ever a username. */
function doubtOf(text: string, list: UserList | undefined): Message | undefined {
	const username = text.trim();
	return accountNumberOf(username) !== undefined || list?.users.some((user) => user.username === username)
		? undefined
		: message('user.doubtful', {username});
}

/** A login with an API key is tied to its account (documented), so no other account can be listed. */
function otherAccountHint({isApiKeyLogin}: Context): Message[] {
	return isApiKeyLogin ? [message('user.otherAccount.apiKeyLogin')] : [];
}

function otherAccountAction(context: Context): OfferedAction[] {
	return context.isApiKeyLogin || lacksPlugin(context) || context.place.isPrivate === true
		? []
		: [offer({kind: 'change', step: 'listAccount'}, message('action.otherAccount'))];
}

/** The same list gives the same options, so that a frontend prepares its filter once. */
const optionsOf = memoize((list: UserList, last: string | undefined): readonly Option[] =>
	list.users.map((user) => ({
		value: user.username,
		label: user.username,
		details: [user.displayName, user.email],
		notes: user.username === last ? [...notesOf(user), message('ui.lastTime')] : notesOf(user),
		keywords: [],
		...(user.isUnreadable === true ? {refusal: message('user.unreadable')} : {}),
	})),
);

const notesByKind = new Map<string, readonly Message[]>();

/** Users of the same kind share one array of notes, by which frontends group them: thousands have a few. */
function notesOf({hasKey, status, isUnreadable}: InfrastructureUser): readonly Message[] {
	const kind = `${hasKey} ${isUnreadable} ${status}`;
	const known = notesByKind.get(kind);
	if (known !== undefined) {
		return known;
	}

	const notes = [
		...(isUnreadable === true ? [message('user.unreadable')] : []),
		...(hasKey === undefined ? [] : [message(hasKey ? 'user.hasKey' : 'user.hasNoKey')]),
		...(status === '' || status.toLowerCase() === 'active' ? [] : [message('user.status', {status})]),
	];
	notesByKind.set(kind, notes);
	return notes;
}

/** Returns warnings about a username for the review; none of them blocks. */
export function usernameWarnings(username: string, isListed: boolean): Message[] {
	const isUsual = isListed || accountNumberOf(username) !== undefined || /^(IBM|SL)\d+$/.test(username);
	return isUsual ? [] : [message('user.unusualForm', {username})];
}
