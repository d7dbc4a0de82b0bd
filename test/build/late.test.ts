import assert from 'node:assert/strict';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {lateFunction, lateObject} from '../../scripts/build/late.ts';

class Box {
	static readonly sides = 6;
	readonly content: number;

	constructor(content: number) {
		this.content = content;
	}

	twice(): number {
		return this.content * 2;
	}
}

test('a function is fetched when it is first called, with its own this and properties', () => {
	let fetched = 0;
	const join = lateFunction(() => {
		fetched += 1;
		return function (this: {readonly sign: string}, ...words: readonly string[]): string {
			return words.join(this.sign);
		};
	});
	assert.equal(fetched, 0);
	assert.equal(join.call({sign: '+'}, 'a', 'b'), 'a+b');
	assert.ok(fetched > 0);
	assert.equal(typeof join, 'function');

	const withCustom = Object.assign(() => {}, {[promisify.custom]: async () => 'own'});
	assert.equal(lateFunction(() => withCustom)[promisify.custom], withCustom[promisify.custom]);
});

test('a class makes its own instances, is recognized by them, and can be extended', () => {
	const Late = lateFunction(() => Box);
	const box = new Late(3);
	assert.equal(box.twice(), 6);
	assert.ok(box instanceof Late);
	assert.ok(box instanceof Box);
	assert.equal(Late.sides, 6);

	class Labelled extends Late {
		readonly label = 'x';
	}

	const labelled = new Labelled(4);
	assert.equal(labelled.twice(), 8);
	assert.equal(labelled.label, 'x');
	assert.ok(labelled instanceof Labelled);
});

test('an object is fetched when something of it is asked for', () => {
	let fetched = 0;
	const late = lateObject(() => {
		fetched += 1;
		return {isatty: (descriptor: number) => descriptor === 1};
	});
	assert.equal(fetched, 0);
	assert.equal(late.isatty(1), true);
	assert.ok('isatty' in late);
	assert.ok(!('other' in late));
});
