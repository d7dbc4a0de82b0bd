import {spawnSync} from 'node:child_process';
import {suite, test} from 'node:test';
import {casesOf, isDrawn, nameOf, type Case} from './sweep/cases.ts';
import {assertAfterFailure, assertAfterKill} from './sweep/invariants.ts';
import {changeInTerminal} from './sweep/session.ts';
import type {Thread, TracedCall} from './sweep/traced-calls.ts';
import {TracedSandbox, type Injection} from './sweep/traced-sandbox.ts';

/*
Makes a change of two scopes over and over. Each call of our own process on our own places (journal, private
copy, report, cache, configuration, key) and each start of a child fails once in every way it can, and once
the program is killed there. `sweep/invariants.ts` has what must hold afterwards.
*/

/** `LONG_SEED` draws other samples of similar cases; `SWEEP_ONLY` is a pattern for the names of a few. */
const seed = Number(process.env['LONG_SEED'] ?? 1);
const only = new RegExp(process.env['SWEEP_ONLY'] ?? '', 'u');
const mostTries = 3;
/** One in this many cases is tried in a terminal. */
const shareInTerminal = 8;
/** File size limits (bytes). A write that crosses the limit is a short one. */
const lengths = Array.from({length: 40}, (_, index) => index * 97);
const tally = {calls: 0, failures: 0, ends: 0, missed: 0};

/** A run in which something went wrong. */
interface Attempt {
	readonly calls: readonly TracedCall[];
	/** Asserts what must hold after it. */
	readonly assertKept: () => Promise<void> | void;
}

type Attempting = (traced: TracedSandbox, thread: Thread, injection?: Injection) => Promise<Attempt>;

async function withoutTerminal(
	traced: TracedSandbox,
	thread: Thread,
	injection?: Injection,
): Promise<Attempt> {
	const {ended, calls} = await traced.tracedChange(thread, injection);
	const isKilled = ended.signal === 'SIGKILL';
	return {
		calls,
		assertKept: async () => (isKilled ? assertAfterKill(traced) : assertAfterFailure(traced, ended)),
	};
}

const canTrace = spawnSync('strace', ['-q', '-o', '/dev/null', 'true']).status === 0;
const canLimit = spawnSync('prlimit', ['--fsize=1:', 'true']).status === 0;
if (canTrace && canLimit) {
	await sweep();
} else {
	test(
		'each call of our own fails once',
		{skip: 'strace or prlimit is missing here, or may not trace'},
		() => {},
	);
}

async function sweep(): Promise<void> {
	// The first run keeps the compiled code.
	const first = new TracedSandbox();
	await first.sandbox.run([...first.flags, '--dry-run']);
	const {compiled} = first;
	const cases = await casesIn(compiled, withoutTerminal);
	declare('without a terminal', cases, compiled, withoutTerminal);
	const shown = await casesIn(compiled, changeInTerminal);
	declare(
		'in a terminal',
		shown.filter((each) => each.fault !== 'KILL' && isDrawn(each, seed, shareInTerminal)),
		compiled,
		changeInTerminal,
	);
	suite('no file can be longer', {concurrency: 2}, () => {
		for (const length of lengths.filter((one) => only.test(`than ${one} bytes`))) {
			test(`than ${length} bytes`, async () => {
				using traced = new TracedSandbox(compiled);
				const ended = await traced.change(['prlimit', `--fsize=${length}:unlimited`]);
				await assertAfterFailure(traced, ended);
				tally.failures += 1;
			});
		}
	});
	test('what was tried', (context) => {
		first[Symbol.dispose]();
		const {calls, failures, ends, missed} = tally;
		context.diagnostic(`tried: ${calls} calls, ${failures} failures, ${ends} ends, ${missed} not reached`);
	});
}

/** Returns what can go wrong in a run, from one faultless run for each thread, and asserts its promises. */
async function casesIn(compiled: string, attempt: Attempting): Promise<readonly Case[]> {
	const cases: Case[] = [];
	for (const thread of ['main', 'pool'] as const) {
		using traced = new TracedSandbox(compiled);
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		const {calls, assertKept} = await attempt(traced, thread);
		// oxlint-disable-next-line no-await-in-loop -- as above
		await assertKept();
		tally.calls += calls.length;
		cases.push(...casesOf(thread, calls, seed));
	}

	return cases;
}

function declare(name: string, cases: readonly Case[], compiled: string, attempt: Attempting): void {
	suite(name, {concurrency: 2}, () => {
		for (const each of cases.filter((one) => only.test(nameOf(one)))) {
			test(nameOf(each), async (context) => {
				if (await isReached(each, compiled, attempt)) {
					tally[each.fault === 'KILL' ? 'ends' : 'failures'] += 1;
				} else {
					tally.missed += 1;
					context.skip(`not made again in ${mostTries} runs`);
				}
			});
		}
	});
}

/**
 * Looks for the call in up to `mostTries` runs, since its number can change a little. Whichever of our calls
 * was hit, the run must keep its promises. Returns false if the call was never hit.
 */
async function isReached(each: Case, compiled: string, attempt: Attempting): Promise<boolean> {
	const fault = each.fault === 'KILL' ? 'signal=KILL' : `error=${each.fault}`;
	let wanted = each.call;
	for (let tries = 0; tries < mostTries; tries++) {
		using traced = new TracedSandbox(compiled);
		const {syscall, ordinal, place, isByDescriptor} = wanted;
		// oxlint-disable-next-line no-await-in-loop -- each run says where to look in the next one
		const {calls, assertKept} = await attempt(traced, each.thread, {
			syscall,
			ordinal,
			place,
			isByDescriptor,
			fault,
		});
		const hit = calls.find(({isHit}) => isHit);
		if (hit !== undefined) {
			// oxlint-disable-next-line no-await-in-loop -- as above
			await assertKept();
		}

		if (hit?.identity === each.call.identity) {
			return true;
		}

		wanted = calls.find(({identity}) => identity === each.call.identity) ?? wanted;
	}

	return false;
}
