import {execFileSync} from 'node:child_process';
import {createInterface} from 'node:readline';
import {isatty} from 'node:tty';
import {ensure} from './failure.ts';
import {print} from './print.ts';

let answers: AsyncIterator<string, undefined> | undefined;

/**
 * Asks on standard output and reads a line of standard input, terminal or not; at the end of the input it
 * fails as the SDK does (from source). On a terminal a hidden answer is not echoed.
 */
export async function ask(question: string, {hidden = false} = {}): Promise<string> {
	answers ??= createInterface({input: process.stdin})[Symbol.asyncIterator]();
	print('stdout', question);
	const echo = (mode: string) => hidden && isatty(0) && execFileSync('stty', [mode], {stdio: 'inherit'});
	echo('-echo');
	const {value} = await answers.next();
	echo('echo');
	ensure(value !== undefined, 'Could not read from input: EOF');
	return value.trim();
}
