import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createReadStore} from '../../source/ibmcloud/reads.ts';
import type {Operation, Outcome} from '../../source/ibmcloud/types.ts';

const failure: Outcome<number> = {ok: false, error: {kind: 'network', words: '', command: 'c'}};

/** An operation that counts its runs and is answered by hand. */
function counted(key = 'k'): {
	operation: Operation<number>;
	runs: () => number;
	answer: (outcome: Outcome<number>) => void;
	signal: () => AbortSignal | undefined;
} {
	let resolvers = Promise.withResolvers<Outcome<number>>();
	let count = 0;
	let given: AbortSignal | undefined;
	return {
		operation: {
			key,
			command: `ibmcloud ${key}`,
			run: async ({signal} = {}) => {
				count++;
				given = signal;
				return resolvers.promise;
			},
		},
		runs: () => count,
		answer(outcome) {
			resolvers.resolve(outcome);
			resolvers = Promise.withResolvers();
		},
		signal: () => given,
	};
}

test('a read is started once and shared by all who ask', async () => {
	const {operation, runs, answer} = counted();
	const store = createReadStore();
	const read = store.read(operation);
	assert.equal(store.read({...operation}), read);
	assert.deepEqual(read.state(), {kind: 'idle'});
	const all = [read.start(), read.start(), store.read(operation).start()];
	answer({ok: true, value: 1});
	assert.deepEqual(
		await Promise.all(all),
		all.map(() => ({ok: true, value: 1})),
	);
	await read.start();
	assert.equal(runs(), 1);
	assert.equal(read.value(), 1);
});

test('a failure is kept, without a value, until it is asked for again', async () => {
	const {operation, runs, answer} = counted();
	const read = createReadStore().read(operation);
	const first = read.start();
	answer(failure);
	assert.deepEqual(await first, failure);
	assert.equal(read.value(), undefined);
	const second = read.again();
	answer({ok: true, value: 2});
	await second;
	assert.equal(read.value(), 2);
	assert.equal(runs(), 2);
});

test('asking again while it runs starts no second one', async () => {
	const {operation, runs, answer} = counted();
	const read = createReadStore().read(operation);
	const first = read.start();
	const second = read.again();
	answer({ok: true, value: 1});
	assert.equal(await first, await second);
	assert.equal(runs(), 1);
});

test('listeners hear of every start and every end, until they stop listening', async () => {
	const {operation, answer} = counted();
	const store = createReadStore(() => 42);
	const read = store.read(operation);
	const heard: string[] = [];
	const stop = store.subscribe(() => heard.push(read.state().kind));
	const running = read.start();
	assert.deepEqual(read.state(), {kind: 'running', startedAt: 42});
	answer({ok: true, value: 1});
	await running;
	stop();
	void read.again();
	assert.deepEqual(heard, ['running', 'done']);
});

test('one abort ends all that runs', () => {
	const [one, two] = [counted('one'), counted('two')];
	const store = createReadStore();
	void store.read(one.operation).start();
	void store.read(two.operation).start();
	store.abort();
	assert.equal(one.signal()?.aborted, true);
	assert.equal(two.signal()?.aborted, true);
});
