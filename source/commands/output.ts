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

/** The streams made so far. */
const madeStreams = new Map<Name, NodeJS.WriteStream>();

/** The error code of the first failed write. */
let failure: string | undefined;

/** Records that output could not be written. That the reader has gone does not count. */
export function noteUnwritten(error: unknown): void {
	const code = systemCode(error) ?? 'unknown';
	failure ??= code === 'EPIPE' ? undefined : code;
}

/**
 * Keeps the program running if its reader goes away: what was begun is finished, and that is no crash. Node
 * makes each of the two streams on first access, which takes a millisecond, so they are guarded only then.
 */
export function guardOutput(process: NodeJS.Process): void {
	if (isGuarded) {
		return;
	}

	isGuarded = true;
	for (const name of ['stdout', 'stderr'] as const) {
		// A getter in Node, the stream itself in Bun.
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
 * Waits until all that was given to the streams is written. @returns the code of the first failure
 * (`ENOSPC`); undefined if there was none, or the reader has gone.
 */
export async function outputFlushed(): Promise<string | undefined> {
	await Promise.all([...madeStreams.values()].map(async (stream) => written(stream)));
	if (madeStreams.size > 0) {
		// A stream reports an error a moment after the write.
		await setImmediate();
	}

	return failure;
}

/** Makes a write to a file fail if the disk is full: Node writes once, and ignores what had no room. */
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
	// On a full disk even an empty write fails.
	return stream.writableLength === 0
		? undefined
		: new Promise((resolve) => {
				stream.write('', () => {
					resolve();
				});
			});
}

/**
 * Reports whether a file descriptor is a terminal. Its kind rules out pipes and files first: the code that
 * Node loads to ask about a terminal takes longer than all the rest of a refusal.
 */
export function isTerminal(descriptor: number): boolean {
	try {
		return fstatSync(descriptor).isCharacterDevice() && isatty(descriptor);
	} catch {
		// The descriptor is not open.
		return false;
	}
}

/** Returns the width of the window in columns; undefined if there is none, or it does not say. */
export function columnsOf(process: NodeJS.Process, name: Name): number | undefined {
	return (isTerminal(descriptors[name]) && process[name].columns) || undefined;
}

/** Returns the paint for output outside the session: colors and links where a terminal shows them. */
export function painterFor({env}: NodeJS.Process, name: Name): Paint {
	if (!isTerminal(descriptors[name]) || env['TERM'] === 'dumb') {
		return unpainted;
	}

	return knowsLinks(env)
		? (text, tone, link) => (link === undefined ? painted(text, tone) : linked(painted(text, tone), link))
		: painted;
}

/** Returns the line that introduces a failure. */
export function failedLine(process: NodeJS.Process): string {
	return `${painterFor(process, 'stderr')('FAILED', 'bad')}\n`;
}

/** Formats lines for printing: in a terminal painted, and broken between words. */
export function linesFor(process: NodeJS.Process, name: Name, lines: readonly Line[]): string {
	return plainText(lines, painterFor(process, name), columnsOf(process, name));
}

/**
 * Writes without a stream, for a program that then ends: making a stream takes longer than all the rest of
 * it. Text that has to wait for a slow reader, or would overtake other text, goes to the stream.
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
 * Drops Node's own debug output (`NODE_DEBUG`). It writes the arguments of children and what is typed to
 * standard error, keys included, and cannot be switched off once Node runs. Each message is one write that
 * begins with its area and the process id, as nothing of ours does.
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
 * Reports whether a session runs in line mode, with nothing drawn: by option, by `INK_SCREEN_READER` as in
 * Ink, by `ACCESSIBLE`, or because the terminal can do nothing else.
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
