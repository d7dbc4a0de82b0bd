import assert from 'node:assert/strict';
import test from 'node:test';
import * as fc from 'fast-check';
import {histories, type History} from './history.ts';
import {checkInvariants} from './invariants.ts';
import {live} from './run.ts';

/** How many histories are tried; the long tests try more, and `MODEL_SEED` repeats one of their streams. */
const count = Number(process.env['MODEL_HISTORIES'] ?? 1500);

test('whatever the service, colleagues and death do: what is said is what was read, and nothing else is replaced', async (context) => {
	const seen = new Map<string, number>();
	await fc.assert(
		fc.asyncProperty(histories, async (history) => {
			const {plan, service, scopes} = await live(history);
			checkInvariants(history, plan, service, scopes);
			for (const kind of [
				...faultsOf(history),
				...scopes.map(({result}) => `said ${result?.kind ?? 'nothing'}`),
			]) {
				seen.set(kind, (seen.get(kind) ?? 0) + 1);
			}
		}),
		{
			numRuns: count,
			...(process.env['MODEL_SEED'] === undefined ? {} : {seed: Number(process.env['MODEL_SEED'])}),
		},
	);
	context.diagnostic(
		`${count} histories: ${[...seen]
			.toSorted(([left], [right]) => left.localeCompare(right))
			.map(([kind, times]) => `${kind} ${times}`)
			.join(', ')}`,
	);
	for (const kind of everything) {
		assert.ok(seen.has(kind), `no history had: ${kind}`);
	}
});

/** A model that never meets a fault, or never says a thing, proves nothing about it. */
const everything = [
	'applied late',
	'applied never',
	'answered open',
	'answered refused',
	'answered unsent',
	'colleague',
	'target changed',
	'stop',
	'abort',
	'death',
	'said verified',
	'said set-not-proven',
	'said other-account-in-force',
	'said removed',
	'said nothing-to-do',
	'said differs',
	'said not-current',
	'said changed-since-review',
	'said target-changed',
	'said failed',
	'said unknown',
	'said not-started',
];

function faultsOf({scopes, retargetAt, interruption}: History): string[] {
	return [
		...(retargetAt === undefined ? [] : ['target changed']),
		...(interruption === undefined ? [] : [interruption.kind]),
		...scopes.flatMap(({write, colleagues}) => [
			`answered ${write.answer}`,
			...(write.effectAfter === undefined
				? ['applied never']
				: write.effectAfter > write.answerAfter
					? ['applied late']
					: ['applied in time']),
			...(colleagues.length === 0 ? [] : ['colleague']),
		]),
	];
}
