import assert from 'node:assert/strict';
import {test} from 'node:test';
import {lateFunction} from '../../scripts/build/late-function.ts';

interface Made {
	readonly join: (...words: readonly string[]) => string;
	readonly Box: new (content: number) => {readonly content: number};
}

/** The two exports as source, run with a module that counts how often it was asked for. */
async function exportsOf(): Promise<{readonly made: Made; readonly asked: () => number}> {
	const source = [
		'let asked = 0;',
		'class Box { constructor(content) { this.content = content; } }',
		'const whole = {join: (...words) => words.join("+"), Box};',
		'const load = () => { asked += 1; return whole; };',
		lateFunction('join', 'load()'),
		lateFunction('Late', 'load()').replaceAll('.Late', '.Box'),
		'export {Late as Box}; export const count = () => asked;',
	].join('\n');
	const loaded = (await import(`data:text/javascript,${encodeURIComponent(source)}`)) as Made & {
		readonly count: () => number;
	};
	return {made: loaded, asked: loaded.count};
}

test('a function and a class are fetched when they are first used, and behave as they are', async () => {
	const {made, asked} = await exportsOf();
	assert.equal(asked(), 0);
	assert.equal(made.join('a', 'b'), 'a+b');
	assert.equal(new made.Box(3).content, 3);
	assert.equal(asked(), 2);
});
