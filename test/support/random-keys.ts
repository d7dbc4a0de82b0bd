import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {assertNothingLeft} from './aftermath.ts';
import {Canary} from './canary.ts';
import {bracketed, keyBytes, type KeyName} from './keys.ts';
import {Sandbox} from './sandbox.ts';
import {matterOf} from './scenarios.ts';
import type {TerminalSession} from './terminal.ts';

/** What was tried. */
export interface Tally {
	sessions: number;
	keys: number;
	/** Sessions with a scenario in which something goes wrong. */
	faults: number;
	/** `credential set` calls, each after an Apply that was seen and chosen. */
	sets: number;
}

export function emptyTally(): Tally {
	return {sessions: 0, keys: 0, faults: 0, sets: 0};
}

const calm = ['standard', 'two-accounts', 'no-sl', 'no-key', 'orphan-risk', 'unicode-users', 'one-user'];
const faulty = [
	'fails-once',
	'wrong-key',
	'leaks-key',
	'hostile-names',
	'half-json',
	'role-too-low',
	'scope-fails',
	'session-expires-midway',
	'dies-by-signal',
	'no-group',
	'list-denied',
];

const user = '1234567_infra.admin@example.com';
const named: readonly KeyName[] = [
	'enter',
	'enter',
	'enter',
	'down',
	'down',
	'up',
	'escape',
	'space',
	'tab',
	'backspace',
	'left',
	'right',
	'home',
	'end',
	'delete',
	'page-up',
	'page-down',
	'shift-tab',
	'ctrl-d',
	'ctrl-u',
	'ctrl-w',
];
const typed = [
	...'abcdefghij?/0123456789 @._-%'.split(''),
	'infra',
	'jane',
	'us',
	'Example Cluster Account',
	'日本',
	'👩‍👩‍👧',
];
const torn = [
	'\u001B',
	'\u001B[',
	'\u001B[200~',
	'\u001B[201~',
	'\u001B[<0;1;1M',
	'\u0000',
	'\u0007',
	'\r\n',
	'\uFFFD',
];

/** Returns a generator of the same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d_2b_79_f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/**
 * Feeds sessions of the built program with this many random keys: in bursts, with torn sequences, pastes and
 * resizes. Fails if something is set without an Apply that was seen and chosen, or if the program crashes,
 * cannot be left, shows the key, or leaves anything behind.
 */
export async function typeRandomKeys(seed: number, keyCount: number, tally: Tally): Promise<void> {
	const random = randomOf(seed);
	const pick = <Value>(values: readonly Value[]): Value =>
		values[Math.floor(random() * values.length)] as Value;
	for (let left = keyCount; left > 0;) {
		const isFaulty = random() < 0.5;
		const scenario = pick(isFaulty ? faulty : calm);
		// oxlint-disable-next-line no-await-in-loop -- one session after the other
		left -= await typeIntoSession({scenario, random, pick, limit: Math.min(left, 150)}, tally);
		tally.sessions++;
		tally.faults += isFaulty ? 1 : 0;
	}
}

/** For this many bursts after Enter on Apply a change may still begin: a busy machine takes its time. */
const patience = 4;

interface SessionPlan {
	readonly scenario: string;
	readonly random: () => number;
	readonly pick: <Value>(values: readonly Value[]) => Value;
	readonly limit: number;
}

async function typeIntoSession({scenario, random, pick, limit}: SessionPlan, tally: Tally): Promise<number> {
	using sandbox = new Sandbox(matterOf(scenario));
	const key = sandbox.keyOf(user);
	const keyStroke = (): string => {
		const chance = random();
		if (chance < 0.5) {
			return keyBytes(pick(named), false);
		}

		if (chance < 0.8) {
			return pick(typed);
		}

		return chance < 0.9 ? bracketed(pick([key, `${key}\r\n`, 'us-south', 'x'.repeat(5000)])) : pick(torn);
	};

	await using terminal = await sandbox.open(random() < 0.5 ? ['--no-pair-check'] : []);
	// Before the first output the terminal itself echoes what is typed: no program can prevent that.
	await terminal.waitFor((seen) => seen.everything() !== '');
	let count = 0;
	let sets = 0;
	let approvedFor = 0;
	while (count < limit && !terminal.hasEnded) {
		// oxlint-disable no-await-in-loop -- a person types, looks, and types again
		await quiet(terminal);
		const isOffered = /❯ Apply|Type \d+ to confirm|❯ Try the failed/u.test(terminal.text());
		const isKeyAsked = terminal.text().includes('API key of');
		const burst =
			isKeyAsked && random() < 0.4
				? [bracketed(key), '\r']
				: Array.from({length: 1 + Math.floor(random() * 4)}, keyStroke);
		if (isOffered && /[\r\n]/u.test(burst.join(''))) {
			approvedFor = patience;
		}

		terminal.write(burst.join(''));
		if (random() < 0.05) {
			terminal.resize(pick([20, 40, 60, 80, 120]), pick([6, 12, 24, 40]));
		}

		await quiet(terminal);
		count += burst.length;
		const now = setsIn(sandbox);
		assert.ok(
			now === sets || approvedFor > 0,
			`set without Apply on the screen, after ${JSON.stringify(burst)}`,
		);
		sets = now;
		approvedFor--;
		// oxlint-enable no-await-in-loop
	}

	await leave(terminal);
	assert.doesNotMatch(terminal.everything(), /internal error|\n\s+at .*\.js:/u);
	// The terminal itself echoes a paste that comes just after the program has given it back.
	const written = terminal.everything().replaceAll(/\^\[\[200~[^]*?\^\[\[201~/gu, '');
	new Canary([key]).assertNotIn(written, `what the session wrote in the scenario ${scenario}`);
	await assertNothingLeft(sandbox, terminal);
	tally.keys += count;
	tally.sets += sets;
	return count;
}

/** Leaves with Ctrl-C, which always works, at the latest the second time. */
async function leave(terminal: TerminalSession): Promise<void> {
	if (!terminal.hasEnded) {
		terminal.press('ctrl-c');
		terminal.press('ctrl-c');
	}

	const {exitCode} = await terminal.waitForExit({timeout: 10_000});
	assert.ok([0, 1, 3, 4, 5, 130].includes(exitCode ?? -1), `ended with ${exitCode}`);
}

/** Waits until nothing has been written for a moment. */
async function quiet(terminal: TerminalSession): Promise<void> {
	let written = -1;
	for (let look = 0; look < 40 && written !== terminal.everything().length && !terminal.hasEnded; look++) {
		written = terminal.everything().length;
		// oxlint-disable-next-line no-await-in-loop
		await pause(45);
	}
}

function setsIn(sandbox: Sandbox): number {
	const log = path.join(sandbox.state, 'calls.jsonl');
	return existsSync(log)
		? readFileSync(log, 'utf8')
				.split('\n')
				.filter((line) => line.includes('"arguments":["ks","credential","set"')).length
		: 0;
}
