import type {InfrastructureUser} from '../../source/ibmcloud/types.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Context} from '../../source/wizard/context.ts';
import {defaultSettings} from '../support/default-settings.ts';
import type {Question} from '../../source/wizard/question.ts';
import {account, defaultGroup, type FakeSession} from '../support/fake-session.ts';

/** Returns what a step sees before any read or answer, in the place confirmed by `ibmcloud target`. */
export function contextOf(fake: FakeSession, more: Partial<Context> = {}): Context {
	return {
		...defaultSettings,
		earlier: {},
		about: undefined,
		place: {
			loggedIn: true,
			user: 'op@example.com',
			account,
			classicAccount: '1234567',
			group: defaultGroup,
			region: 'us-south',
		},
		reads: fake.reads,
		left: undefined,
		keyCreation: {kind: 'none'},
		replaced: () => new Map(),
		isApiKeyLogin: false,
		...more,
	};
}

/** Returns the question; throws if it is of another kind. */
export function ofKind<Kind extends Question['kind']>(
	question: Question,
	kind: Kind,
): Extract<Question, {kind: Kind}> {
	if (question.kind !== kind) {
		throw new Error(`The question is ${question.kind}, not ${kind}`);
	}

	return question as Extract<Question, {kind: Kind}>;
}

export function chosen(user: InfrastructureUser): NonNullable<Answers['user']> {
	return {value: {username: user.username, listed: user}, source: 'chosen'};
}

/** Returns the keys of messages, to compare them without their words. */
export function keysOf(messages: ReadonlyArray<{readonly key: string}>): string[] {
	return messages.map(({key}) => key);
}
