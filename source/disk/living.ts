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
 * A mark shows that the process holding it is alive. It is a socket beside what the mark guards. However the
 * process ends, the kernel stops listening for it, and refuses every connection from then on. Neither a
 * reused process id nor another process namespace can be mistaken for life or death.
 *
 * Only the same kernel can answer for a socket. For a mark of another machine with the same home directory,
 * and on a file system without sockets, its time counts: the holder renews it, and an old mark is dead.
 */

const renewMs = 60_000;
const oldMs = 10 * 60_000;
/** A new socket refuses connections for an instant, between its creation and `listen`. */
const secondLookMs = 100;
/** The bytes of a socket address that every platform accepts, with room to spare. */
const longestAddress = 100;

/** Returns a name for what is marked. It identifies this machine, so that others can interpret the mark. */
export function livingName(prefix: string): string {
	return `${prefix}-${machine()}-${randomBytes(3).toString('hex')}`;
}

/**
 * Creates a mark and holds it until the process ends or calls the returned function.
 *
 * @param mark a path that does not exist yet, in or beside something named by `livingName`.
 * @throws if nothing can be written there.
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
			// Node unlinks the socket by the address that it was created with.
			server.close(() => address.close());
		}

		removeMark(mark);
	};
}

/** Reports whether a living process holds the mark. True if that is unclear, so that nothing is taken. */
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

/** Removes a mark that nobody holds any more. Never throws. */
export function removeMark(mark: string): void {
	// If it stays, that does no harm: an unheld mark means nothing.
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

/** Returns a short address of the mark. On Linux, a long path is shortened through its open directory. */
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

/** Returns eight hex digits for this kernel: from the boot id on Linux, from the host name elsewhere. */
function machine(): string {
	const name = attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')) ?? hostname();
	return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
