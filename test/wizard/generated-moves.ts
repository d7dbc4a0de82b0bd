import * as fc from 'fast-check';
import {Secret} from '../../source/secrets/secret.ts';
import type {Action} from '../../source/wizard/action.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Session} from '../../source/wizard/session.ts';
import {failure} from '../plan/plans.ts';
import {FakeSession, jane, john} from '../support/fake-session.ts';
import {give} from '../support/session-moves.ts';

export const users = [jane.username, john.username, '7654321_root@example.com'] as const;
const keys = ['key-one-0123456789', 'key-two-0123456789'] as const;
export const regionNames = ['us-south', 'eu-de', 'au-syd'] as const;
export const groups = [
	{id: 'group-1', name: 'default'},
	{id: 'group-2', name: 'infra'},
] as const;

/** What a frontend can do to a session. */
export type Move =
	| {readonly kind: 'user'; readonly username: string}
	| {readonly kind: 'key'; readonly value: string}
	| {readonly kind: 'several'; readonly regions: readonly string[]; readonly groups: readonly string[]}
	| {readonly kind: 'act'; readonly action: Action}
	| {readonly kind: 'back' | 'shown' | 'confirm' | 'mistype'};

const answering: fc.Arbitrary<Move> = fc.oneof(
	fc.record({kind: fc.constant('user' as const), username: fc.constantFrom(...users, 'nobody')}),
	fc.record({kind: fc.constant('key' as const), value: fc.constantFrom(...keys)}),
	fc.record({
		kind: fc.constant('several' as const),
		regions: fc.subarray([...regionNames]),
		groups: fc.subarray(groups.map(({id}) => id)),
	}),
);

const acting: fc.Arbitrary<Move> = fc
	.constantFrom<Action>(
		{kind: 'apply'},
		{kind: 'change', step: 'user'},
		{kind: 'change', step: 'key'},
		{kind: 'change', step: 'region'},
		{kind: 'change', step: 'group'},
		{kind: 'change', step: 'resume'},
		{kind: 'retry-review'},
		{kind: 'retry-failed'},
		{kind: 'finish'},
		{kind: 'retry'},
		{kind: 'login'},
	)
	.map((action) => ({kind: 'act', action}));

const apply: Move = {kind: 'act', action: {kind: 'apply'}};

/** One move, or a few that often belong together: otherwise generated sessions do not get far. */
const sequences: fc.Arbitrary<readonly Move[]> = fc.oneof(
	{weight: 3, arbitrary: answering.map((move) => [move])},
	{weight: 2, arbitrary: acting.map((move) => [move])},
	{
		weight: 1,
		arbitrary: fc
			.constantFrom<Move>({kind: 'back'}, {kind: 'shown'}, {kind: 'confirm'}, {kind: 'mistype'})
			.map((move) => [move]),
	},
	{weight: 1, arbitrary: fc.constant<readonly Move[]>([{kind: 'shown'}, apply])},
	{weight: 1, arbitrary: fc.constant<readonly Move[]>([{kind: 'shown'}, apply, {kind: 'confirm'}])},
	{weight: 2, arbitrary: fc.tuple(answering, answering, answering, answering)},
);

/** Flags answer some steps before the session begins. */
const flags: fc.Arbitrary<Answers> = fc.record(
	{
		user: fc
			.constantFrom(...users)
			.map((username) => ({value: {username, listed: undefined}, source: 'flag' as const})),
		key: fc.constantFrom(...keys).map((value) => ({value: new Secret(value), source: 'flag' as const})),
		region: fc.subarray([...regionNames], {minLength: 1}).map((value) => ({value, source: 'flag' as const})),
		group: fc
			.subarray([...groups], {minLength: 1})
			.map((value) => ({value: value.map(({name}) => ({id: undefined, name})), source: 'flag' as const})),
	},
	{requiredKeys: []},
);

export interface Circumstances {
	readonly flags: Answers;
	readonly moves: readonly Move[];
	/** The username set at first in each place. */
	readonly credentials: ReadonlyMap<string, string>;
	readonly isGroupTargeted: boolean;
	/** Regions in which the first write fails. */
	readonly failing: readonly string[];
}

export const circumstances: fc.Arbitrary<Circumstances> = fc.record({
	flags,
	moves: fc.array(sequences, {maxLength: 20}).map((some) => some.flat()),
	credentials: fc
		.array(fc.tuple(fc.constantFrom(...regionNames), fc.constantFrom(...groups), fc.constantFrom(...users)))
		.map((set) => new Map(set.map(([region, {id}, username]) => [`${region} ${id}`, username]))),
	isGroupTargeted: fc.boolean(),
	failing: fc.subarray([...regionNames]),
});

export function stage(given: Circumstances): FakeSession {
	const fake = new FakeSession();
	const failing = new Set(given.failing);
	for (const [place, username] of given.credentials) {
		fake.credentials.set(place, username);
	}

	if (!given.isGroupTargeted) {
		fake.target({region: 'us-south'});
	}

	fake.onWrite = ({region}) => (failing.delete(region) ? failure('network') : {ok: true, value: undefined});
	return fake;
}

export function play(session: Session, move: Move): void {
	switch (move.kind) {
		case 'user': {
			// The list has no user of another account: that one is typed.
			session.reply(
				move.username === users[2]
					? {kind: 'as-typed', text: move.username}
					: {kind: 'option', value: move.username},
			);
			break;
		}

		case 'key': {
			give.key(session, move.value);
			break;
		}

		case 'several': {
			session.reply({kind: 'options', values: [...move.regions, ...move.groups]});
			break;
		}

		case 'act': {
			session.act(move.action);
			break;
		}

		case 'back': {
			session.back();
			break;
		}

		case 'shown': {
			session.reviewShown();
			break;
		}

		case 'confirm': {
			const {stage: shown} = session.view();
			const isAsked = shown.kind === 'question' && shown.question.kind === 'typed-confirm';
			session.reply({kind: 'confirmed', text: isAsked ? shown.question.expected : ''});
			break;
		}

		case 'mistype': {
			session.reply({kind: 'confirmed', text: 'mistyped'});
			break;
		}
	}
}
