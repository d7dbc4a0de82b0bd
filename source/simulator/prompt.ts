import {isatty} from 'node:tty';

import {Failure} from './failure.ts';

let unread = '';
let isAtEnd = false;
let waiting: (() => void) | undefined;
let isListening = false;

/**
 * Asks on standard output and reads a line of standard input without looking whether it is a terminal; at the end of
 * the input it fails as the SDK does (from source). On a terminal a hidden answer is not echoed.
 */
export async function ask(question: string, {hidden = false} = {}): Promise<string> {
	process.stdout.write(question);
	const raw = hidden && isatty(0);
	if (raw) process.stdin.setRawMode(true);
	try {
		return await readLine(raw);
	} finally {
		if (raw) {
			process.stdin.setRawMode(false);
			process.stdout.write('\n');
		}
		process.stdin.pause();
	}
}

async function readLine(raw: boolean): Promise<string> {
	listen();
	process.stdin.resume();
	for (;;) {
		if (raw && unread.includes('\u0003')) {
			process.stdin.setRawMode(false);
			process.kill(process.pid, 'SIGINT');
		}
		const end = unread.search(/[\r\n]/);
		if (end >= 0) {
			const line = unread.slice(0, end);
			unread = unread.slice(end + (unread.startsWith('\r\n', end) ? 2 : 1));
			return line.trim();
		}
		if (isAtEnd) throw new Failure('Could not read from input: EOF');
		await new Promise<void>((resolve) => {
			waiting = resolve;
		});
	}
}

function listen(): void {
	if (isListening) return;
	isListening = true;
	const finish = () => {
		isAtEnd = true;
		waiting?.();
	};
	process.stdin.setEncoding('utf8');
	process.stdin.on('data', (text: string) => {
		unread += text;
		waiting?.();
	});
	process.stdin.on('end', finish);
	process.stdin.on('error', finish);
}
