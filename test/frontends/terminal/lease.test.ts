import assert from 'node:assert/strict';
import {test} from 'node:test';
import {setImmediate as turn} from 'node:timers/promises';
import {Lease, type Holder} from '../../../source/frontends/terminal/lease.ts';
import {FakeInput} from '../fake-input.ts';
import {FakeOutput} from '../line-mode/harness.ts';

/** Makes a lease of a terminal in memory; records what its holder is sent. */
function leased(change: Partial<Holder> = {}) {
	const input = new FakeInput();
	const output = new FakeOutput();
	const said: string[] = [];
	const lease = new Lease(input as unknown as NodeJS.ReadStream, output as unknown as NodeJS.WriteStream);
	const release = lease.hold({
		usesSequences: true,
		onEvent(event) {
			said.push(event.kind === 'key' ? event.name : event.text);
		},
		onLeave() {
			said.push('leave');
		},
		async away(run) {
			said.push('away');
			await run();
			said.push('back');
		},
		close() {
			said.push('close');
		},
		...change,
	});
	return {input, output, lease, release, said};
}

test('the terminal is raw from the first moment to the last, and given back once', () => {
	const {input, output, lease, release, said} = leased();
	assert.equal(input.isRaw, true);
	assert.equal(output.written, '\u001B[?2004h');
	release();
	assert.equal(input.isRaw, true, 'what is typed after the session is not echoed either');
	lease.giveBack();
	lease.giveBack();
	assert.equal(input.isRaw, false);
	assert.deepEqual(said, ['close']);
	assert.equal(output.written, '\u001B[?2004h\u001B[?2004l\u001B[?25h');
});

test('where no escape sequence is understood, none is written', () => {
	const {output, lease} = leased({usesSequences: false});
	lease.giveBack();
	assert.equal(output.written, '');
});

test('while it is suspended the terminal is cooked, and nothing that is typed comes here', async () => {
	const {input, lease, said} = leased();
	const child = Promise.withResolvers<void>();
	const suspended = lease.suspend(async () => child.promise);
	await turn();
	assert.equal(input.isRaw, false);
	input.write('for the child');
	await turn();
	child.resolve();
	await suspended;
	assert.equal(input.isRaw, true);
	assert.deepEqual(said.slice(0, 2), ['away', 'back']);
	lease.giveBack();
});

test('one who asks for it meanwhile waits until it is back', async () => {
	const {lease, said} = leased();
	const first = Promise.withResolvers<void>();
	const suspended = lease.suspend(async () => first.promise);
	const second = lease.suspend(async () => {
		said.push('second');
	});
	await turn();
	assert.deepEqual(said, ['away']);
	first.resolve();
	await Promise.all([suspended, second]);
	assert.deepEqual(said, ['away', 'back', 'away', 'second', 'back']);
	lease.giveBack();
});

test('a program that ends while the terminal is suspended leaves it as it is', async () => {
	const {input, lease} = leased();
	const child = Promise.withResolvers<void>();
	const suspended = lease.suspend(async () => child.promise);
	await turn();
	lease.giveBack();
	child.resolve();
	await suspended;
	assert.equal(input.isRaw, false);
});

test('a holder that fails does not keep the terminal from being given back', () => {
	const {input, output, lease} = leased({
		close() {
			throw new Error('broken');
		},
	});
	lease.giveBack();
	assert.equal(input.isRaw, false);
	assert.match(output.written, /\[\?25h$/);
});

test('Ctrl-C is reported at once, what was typed before a moment can be forgotten', async () => {
	const {input, lease, said} = leased();
	input.write('a\u001B[200~half a paste');
	await turn();
	lease.discard();
	input.write('\u0003');
	await turn();
	assert.deepEqual(said, ['a', 'leave']);
	lease.giveBack();
});
