import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {readListInSlices} from '../../../source/ibmcloud/parsers/list-slices.ts';

/** Returns the elements and the number of slices; undefined if the text is no list. */
async function read(
	text: string,
	sliceLength?: number,
): Promise<{readonly elements: readonly unknown[]; readonly slices: number} | undefined> {
	let elements: readonly unknown[] = [];
	let slices = 0;
	const isRead = await readListInSlices(
		text,
		(taken) => {
			elements = elements.concat(taken);
			slices += 1;
		},
		sliceLength,
	);
	return isRead ? {elements, slices} : undefined;
}

/** Returns what `JSON.parse` makes of the text, if that is a list. */
function parsed(text: string): readonly unknown[] | undefined {
	try {
		const value: unknown = JSON.parse(text);
		return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
	} catch {
		return undefined;
	}
}

const lists = fc
	.tuple(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'), fc.constantFrom('', ' ', '\n'))
	.map(([list, indent, around]) => `${around}${JSON.stringify(list, undefined, indent)}${around}`);

/** Lists with a piece cut out or a character inserted. */
const broken = fc
	.tuple(lists, fc.nat(), fc.nat(6), fc.constantFrom('', ',', ']', '[', '{', '}', '"', '\\', 'x', ' '))
	.map(([text, place, length, sign]) => {
		const at = place % (text.length + 1);
		return `${text.slice(0, at)}${sign}${text.slice(at + length)}`;
	});

test('whatever the slices are, a list is what JSON.parse says, and nothing else is one', async () => {
	await fc.assert(
		fc.asyncProperty(fc.oneof(lists, broken), fc.integer({min: 1, max: 40}), async (text, sliceLength) => {
			assert.deepEqual((await read(text, sliceLength))?.elements, parsed(text));
		}),
		{numRuns: 1500, seed: 20_261_125},
	);
});

test('commas and brackets within strings and within elements end no slice', async () => {
	const list = [{name: '],[{"\\",'}, ['a', 'b', {c: [1, 2]}], 'x,y', 3];
	assert.deepEqual(await read(JSON.stringify(list), 1), {elements: list, slices: 4});
});

test('a slice has so many characters, and then those up to the end of an element', async () => {
	assert.deepEqual(await read('[11,22,33,44,55,66]', 5), {elements: [11, 22, 33, 44, 55, 66], slices: 3});
});

test('a comma at the end, two of them, a second list, no end: none of it passes for a list', async () => {
	for (const text of [
		'[1,2,]',
		'[1,,2]',
		'[,1]',
		'[1][2]',
		'[1] x',
		'[1',
		'[',
		'',
		'null',
		'{"a": [1]}',
		'[1}',
	]) {
		assert.equal(await read(text, 1), undefined, text);
	}

	assert.deepEqual(await read(' [ ] ', 1), {elements: [], slices: 1});
});

test('the program stays awake while a long list is read', async () => {
	const users = Array.from({length: 20_000}, (_, id) => ({id, username: `1234567_user${id}@example.com`}));
	let turns = 0;
	const counting = setInterval(() => {
		turns += 1;
	}, 0);
	const list = await read(JSON.stringify(users));
	clearInterval(counting);
	assert.equal(list?.elements.length, 20_000);
	assert.ok(list.slices > 2);
	assert.ok(turns > 0);
});

test('more levels and more objects than any answer has are not read', async () => {
	assert.equal(await read(`[${'['.repeat(200)}${']'.repeat(200)}]`), undefined);
	assert.equal(await read(`[${'{},'.repeat(2_000_001)}{}]`), undefined);
});
