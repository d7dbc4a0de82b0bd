import * as fc from 'fast-check';
import type {WriterKind} from '../../../source/plan/plan.ts';

/** Everything that decides one history: the same value gives the same history. */
export interface History {
	readonly scopes: readonly ScopeHistory[];
	readonly concurrency: number;
	readonly writer: WriterKind;
	/** What the command line demands to be set (`--if-current`); undefined if it demands nothing. */
	readonly onlyIfCurrent: Username | null | undefined;
	/** Milliseconds after which another terminal targets something else. */
	readonly retargetAt: number | undefined;
	/** How the program is interrupted: asked to stop, left at once, or gone without a word. */
	readonly interruption: {readonly kind: 'stop' | 'abort' | 'death'; readonly at: number} | undefined;
}

export interface ScopeHistory {
	readonly before: Username | null;
	/** The username to be set; `null` removes. */
	readonly after: Username | null;
	/** Whether the key is the right one for the user, and whether the classic API has said so before. */
	readonly key: 'checked' | 'right' | 'wrong';
	readonly write: WriteHistory;
	/** What colleagues do meanwhile. */
	readonly colleagues: ReadonlyArray<{readonly at: number; readonly username: Username | null}>;
	/** Which reads of the credential fail, counted from 0. */
	readonly failingReads: readonly number[];
	readonly failingPermissions: readonly number[];
	/** How long `infra-permissions` goes on saying what it said before a change. */
	readonly permissionLag: number;
}

/** What the write does in the service, and its answer. A refused or unsent write has no effect. */
export interface WriteHistory {
	readonly answer: 'done' | 'refused' | 'unsent' | 'open';
	/** Milliseconds from the call until it takes effect; undefined if it never does. */
	readonly effectAfter: number | undefined;
	/** Milliseconds from the call until the answer. */
	readonly answerAfter: number;
}

/** The users of the model, each with the account before `_`. */
export const usernames = ['1111111_ada', '1111111_zoe', '2222222_old', 'SL333'] as const;
export type Username = (typeof usernames)[number];

const username = fc.constantFrom(...usernames);
const usernameOrNone = fc.option(username, {nil: null});
const moment = fc.oneof(fc.integer({min: 0, max: 500}), fc.integer({min: 0, max: 30_000}));

const write: fc.Arbitrary<WriteHistory> = fc
	.record({
		answer: fc.constantFrom<WriteHistory['answer'][]>('done', 'done', 'refused', 'unsent', 'open'),
		effectAfter: fc.oneof(
			fc.integer({min: 0, max: 300}),
			fc.integer({min: 0, max: 40_000}),
			fc.constant(undefined),
		),
		answerAfter: fc.oneof(fc.integer({min: 1, max: 300}), fc.integer({min: 1, max: 20_000})),
	})
	.map((value) =>
		value.answer === 'refused' || value.answer === 'unsent' ? {...value, effectAfter: undefined} : value,
	);

const few = fc.oneof(
	{weight: 4, arbitrary: fc.constant([])},
	{weight: 1, arbitrary: fc.array(fc.nat(4), {maxLength: 3})},
);

function seldom<Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
	return fc.oneof({weight: 5, arbitrary: fc.constant(undefined)}, {weight: 1, arbitrary: value});
}

/** Any history of one to six scopes. */
export const histories: fc.Arbitrary<History> = fc.record({
	scopes: fc.array(
		fc.record({
			before: usernameOrNone,
			after: fc.option(username, {nil: null, freq: 4}),
			key: fc.constantFrom('checked' as const, 'right' as const, 'wrong' as const),
			write,
			colleagues: seldom(
				fc.array(fc.record({at: moment, username: usernameOrNone}), {minLength: 1, maxLength: 2}),
			).map((changes = []) => changes),
			failingReads: few,
			failingPermissions: few,
			permissionLag: fc.constantFrom(0, 0, 1500, 60_000),
		}),
		{minLength: 1, maxLength: 6},
	),
	concurrency: fc.constantFrom(1, 2, 8),
	writer: fc.constantFrom('cli' as const, 'api' as const),
	onlyIfCurrent: seldom(usernameOrNone),
	retargetAt: seldom(moment),
	interruption: seldom(
		fc.record({kind: fc.constantFrom('stop' as const, 'abort' as const, 'death' as const), at: moment}),
	),
});
