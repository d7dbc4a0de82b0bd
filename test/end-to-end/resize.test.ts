import {setTimeout as wait} from 'node:timers/promises';
import {test} from 'node:test';
import {sampleUser as user, toRegion, toReview} from '../support/session-steps.ts';
import {places, sequences, showsOnce, testResizing} from '../support/resizing.ts';
import {Sandbox} from '../support/sandbox.ts';

// test/long/every-resize.test.ts takes all places through all sequences.
for (const [index, place] of places.entries()) {
	const sequence = sequences[index % sequences.length];
	if (sequence !== undefined) {
		testResizing(place, sequence);
	}
}

test('a terminal that answers later than it is resized leaves no copy either', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open([], {answerDelay: 500});
	await toReview(terminal, {key: sandbox.keyOf(user)});
	for (const rows of [12, 24, 12, 24]) {
		terminal.resize(80, rows);
		// oxlint-disable-next-line no-await-in-loop -- shorter than the answer takes
		await wait(400);
	}

	await wait(600);
	await showsOnce(terminal, ['✔ Ready', '✔ Scopes', '❯ Apply']);
});

test('a review that is in sight as a whole only since the window has grown can be applied', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open([], {columns: 60, rows: 15});
	await toRegion(terminal, {key: sandbox.keyOf(user)});
	terminal.press('enter');
	await terminal.waitFor('❯ Show the rest');
	terminal.resize(90, 30);
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	await terminal.waitFor('Verified');
});
