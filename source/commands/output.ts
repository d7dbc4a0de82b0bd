import {fstatSync, writeFileSync, writeSync} from 'node:fs';
import type {Writable} from 'node:stream';
import {setImmediate} from 'node:timers/promises';
import {isatty} from 'node:tty';
import {systemCode} from '../disk/system-error.ts';
import type {Line} from '../frontends/lines/line.ts';
import {knowsLinks, linked} from '../frontends/lines/links.ts';
import {plainText} from '../frontends/lines/print.ts';
import {painted, unpainted, type Paint} from '../frontends/lines/theme.ts';
import type {Environment} from '../shell/environment.ts';

const descriptors = {stdout: 1, stderr: 2} as const;

type Name = keyof typeof descriptors;

let isGuarded = false;

/** The streams that have been made. */
const madeStreams = new Map<Name, NodeJS.WriteStream>();

/** Why a write failed first. */
let failure: string | undefined;

/** Notes that something that was asked for is not written; a reader that has gone is none of our business. */
export function noteUnwritten(error: unknown): void {
	const code = systemCode(error) ?? 'unknown';
	failure ??= code === 'EPIPE' ? undefined : code;
}

/**
 * Whoever reads may go, and what was begun is finished all the same: that is no crash. Node makes each of the
 * two streams when it is first asked for, which takes a millisecond, so they are guarded then and not before.
 */
export function guardOutput(process: NodeJS.Process): void {
	if (isGuarded) {
		return;
	}

	isGuarded = true;
	for (const name of ['stdout', 'stderr'] as const) {
		// Of Node it is a getter, of Bun the stream itself.
		const descriptor = Object.getOwnPropertyDescriptor(process, name);
		Object.defineProperty(process, name, {
			configurable: true,
			enumerable: true,
			get() {
				const stream = (descriptor?.get?.call(process) ?? descriptor?.value) as NodeJS.WriteStream;
				if (!madeStreams.has(name)) {
					stream.on('error', noteUnwritten);
					writeWhole(stream, descriptors[name]);
					madeStreams.set(name, stream);
				}

				return stream;
			},
		});
	}
}

/**
 * Resolves when everything is written that the streams were given so far.
 *
 * @returns why something could not be written (`ENOSPC`); undefined where all was, or nobody reads any more.
 */
export async function outputFlushed(): Promise<string | undefined> {
	await Promise.all([...madeStreams.values()].map(async (stream) => written(stream)));
	if (madeStreams.size > 0) {
		// A stream tells of an error a moment after the write.
		await setImmediate();
	}

	return failure;
}

/** Into a file Node writes once, and takes no notice of what the disk had no room for. */
function writeWhole(stream: NodeJS.WriteStream, descriptor: number): void {
	if (!fstatSync(descriptor).isFile()) {
		return;
	}

	const write: Writable['_write'] = (chunk: Buffer, _encoding, done) => {
		try {
			writeFileSync(descriptor, chunk);
			done();
		} catch (error) {
			done(error instanceof Error ? error : undefined);
		}
	};
	Object.assign(stream, {_write: write});
}

async function written(stream: NodeJS.WriteStream): Promise<void> {
	// A full disk refuses even nothing.
	return stream.writableLength === 0
		? undefined
		: new Promise((resolve) => {
				stream.write('', () => {
					resolve();
				});
			});
}

/**
 * Whether a file descriptor is a terminal. A pipe or a file is told apart by its kind: what Node loads to ask
 * about a terminal takes longer than all the rest of a refusal.
 */
export function isTerminal(descriptor: number): boolean {
	try {
		return fstatSync(descriptor).isCharacterDevice() && isatty(descriptor);
	} catch {
		// There is no such descriptor.
		return false;
	}
}

/** How wide the window is; undefined where there is none, or it does not say. */
export function columnsOf(process: NodeJS.Process, name: Name): number | undefined {
	return (isTerminal(descriptors[name]) && process[name].columns) || undefined;
}

/** How what is said outside of the session is drawn: with colors and links where a terminal shows them. */
export function painterFor({env}: NodeJS.Process, name: Name): Paint {
	if (!isTerminal(descriptors[name]) || env['TERM'] === 'dumb') {
		return unpainted;
	}

	return knowsLinks(env)
		? (text, tone, link) => (link === undefined ? painted(text, tone) : linked(painted(text, tone), link))
		: painted;
}

/** What stands first where something has failed. */
export function failedLine(process: NodeJS.Process): string {
	return `${painterFor(process, 'stderr')('FAILED', 'bad')}\n`;
}

/** Lines as they are printed: in a terminal drawn, and broken between words. */
export function linesFor(process: NodeJS.Process, name: Name, lines: readonly Line[]): string {
	return plainText(lines, painterFor(process, name), columnsOf(process, name));
}

/**
 * Writes without a stream, for what is said by a program that then ends: making a stream takes longer than
 * all the rest of it. What a slow reader has to be waited for, and what would overtake something, goes to the
 * stream.
 */
export function writeAtOnce(process: NodeJS.Process, name: Name, text: string): void {
	if ((madeStreams.get(name)?.writableLength ?? 0) > 0) {
		process[name].write(text);
		return;
	}

	let rest = Buffer.from(text);
	try {
		while (rest.length > 0) {
			rest = rest.subarray(writeSync(descriptors[name], rest));
		}
	} catch (error) {
		if (systemCode(error) === 'EAGAIN') {
			guardOutput(process);
			process[name].write(rest);
		} else {
			noteUnwritten(error);
		}
	}
}

/**
 * Node's own debug output (`NODE_DEBUG`) writes the arguments of children and what is typed to standard
 * error, keys included, and cannot be switched off once Node runs. Each message is one write that begins with
 * its area and the process id, as nothing of ours does; those writes are dropped.
 */
export function muteNode(process: NodeJS.Process): void {
	if (process.env['NODE_DEBUG'] === undefined) {
		return;
	}

	const {stderr, pid} = process;
	const message = new RegExp(String.raw`^[A-Z\d_-]+ (?:\u001B\[\d+m)?${pid}(?:\u001B\[\d+m)?(?:: | \[)`, 'u');
	const write = stderr.write.bind(stderr) as (...rest: readonly unknown[]) => boolean;
	Object.assign(stderr, {
		write: (...args: readonly unknown[]): boolean =>
			typeof args[0] === 'string' && message.test(args[0]) ? true : write(...args),
	});
}

/**
 * Whether a session runs a line at a time, with nothing drawn: where that is asked for by option or, as
 * Ink has it, by `INK_SCREEN_READER`, or with `ACCESSIBLE`, and where the terminal can do nothing else.
 */
export function usesLineMode(isAskedFor: boolean, environment: Environment): boolean {
	const screenReader = environment['INK_SCREEN_READER'];
	const isAccessible = (environment['ACCESSIBLE'] ?? '') !== '';
	return (
		isAskedFor ||
		isAccessible ||
		screenReader === 'true' ||
		screenReader === '1' ||
		environment['TERM'] === 'dumb'
	);
}
