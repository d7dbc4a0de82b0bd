import {createHash, randomBytes} from 'node:crypto';
import {once} from 'node:events';
import {
	closeSync,
	constants,
	lstatSync,
	openSync,
	readFileSync,
	rmSync,
	utimes,
	writeFileSync,
} from 'node:fs';
import {connect, createServer} from 'node:net';
import {hostname} from 'node:os';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {attempt, systemCode} from './system-error.ts';

/**
 * A mark that a living process holds, and that dies with it: a socket that it listens at, beside what the
 * mark guards. The kernel ends it with the process, however that ends, and refuses whoever knocks afterwards.
 * So no process id that is used again, and no other process namespace, is mistaken for life or death.
 *
 * Only the same kernel can answer for a socket. For a mark of another machine with the same home, and where a
 * file system has no sockets, the time of the mark counts, which its holder renews: it lives until it is old.
 */

const renewMs = 60_000;
const oldMs = 10 * 60_000;
/** A socket refuses for an instant between its making and the first listening. */
const secondLookMs = 100;
/** What fits into the address of a socket on every platform, with room to spare. */
const longestAddress = 100;

/** Returns a name for what is marked; it carries the machine, so that others understand its mark. */
export function livingName(prefix: string): string {
	return `${prefix}-${machine()}-${randomBytes(3).toString('hex')}`;
}

/**
 * Makes a mark and holds it until it is released, or the process ends.
 *
 * @param mark a path that does not exist yet, in or beside something with a name of `livingName`.
 * @returns releases it.
 * @throws where nothing can be written there.
 */
export async function holdMark(mark: string): Promise<() => void> {
	const address = addressOf(mark);
	const server = createServer((caller) => caller.destroy());
	const isListening = await once(server.listen(address.path), 'listening').then(
		() => true,
		() => false,
	);
	if (isListening) {
		server.on('error', () => {});
		server.unref();
	} else {
		address.close();
		writeFileSync(mark, '', {flag: 'wx', mode: 0o600});
	}

	const renewal = setInterval(() => {
		const now = new Date();
		utimes(mark, now, now, () => {});
	}, renewMs);
	renewal.unref();
	let isReleased = false;
	return () => {
		if (isReleased) {
			return;
		}

		isReleased = true;
		clearInterval(renewal);
		if (isListening) {
			// Node takes the socket away by the address that it was made with.
			server.close(() => address.close());
		}

		removeMark(mark);
	};
}

/** Whether a living process holds the mark; so counts what cannot be looked at: nothing is taken from it. */
export async function isHeld(mark: string): Promise<boolean> {
	try {
		const status = lstatSync(mark, {throwIfNoEntry: false});
		if (status === undefined) {
			return false;
		}

		const isYoung = Math.abs(Date.now() - status.mtimeMs) < oldMs;
		if (!status.isSocket() || machineIn(mark) !== machine()) {
			return isYoung;
		}

		const answer = await knock(mark);
		if (answer !== 'refused') {
			return answer === 'heard' || (answer === 'unclear' && isYoung);
		}

		await pause(secondLookMs);
		return (await knock(mark)) === 'heard';
	} catch {
		return true;
	}
}

/** Takes a mark away that nobody holds any more. */
export function removeMark(mark: string): void {
	// Where it cannot go: it says nothing by being there.
	attempt(() => rmSync(mark, {force: true}));
}

type Answer = 'heard' | 'refused' | 'gone' | 'unclear';

async function knock(mark: string): Promise<Answer> {
	const address = addressOf(mark);
	const caller = connect(address.path);
	try {
		await once(caller, 'connect');
		return 'heard';
	} catch (error) {
		const code = systemCode(error);
		return code === 'ECONNREFUSED' ? 'refused' : code === 'ENOENT' ? 'gone' : 'unclear';
	} finally {
		caller.destroy();
		address.close();
	}
}

/** A short address: that of a long path leads through its open directory, where the system has that. */
function addressOf(mark: string): {readonly path: string; readonly close: () => void} {
	if (Buffer.byteLength(mark) <= longestAddress || process.platform !== 'linux') {
		return {path: mark, close: () => {}};
	}

	const directory = openSync(path.dirname(mark), constants.O_RDONLY | constants.O_DIRECTORY);
	return {path: `/proc/self/fd/${directory}/${path.basename(mark)}`, close: () => closeSync(directory)};
}

function machineIn(mark: string): string | undefined {
	return [...mark.matchAll(/-([\da-f]{8})-[\da-f]{6}(?=[./]|$)/gu)].at(-1)?.[1];
}

/** Eight digits for this kernel: on Linux of a number that each boot draws, elsewhere of the host's name. */
function machine(): string {
	const name = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')) ?? hostname();
	return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
