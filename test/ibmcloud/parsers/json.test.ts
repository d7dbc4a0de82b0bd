import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseJson} from '../../../source/ibmcloud/parsers/fields.ts';
import {sample} from '../samples.ts';
import {processorTime} from '../../support/processor-time.ts';

test('JSON is read with a mark, colors and notices around it', () => {
	assert.deepEqual(parseJson('\uFEFF{"a": 1}'), {a: 1});
	assert.deepEqual(parseJson('\u001B[36m[\u001B[0m1]'), [1]);
	assert.equal(parseJson('null\n'), null);
	assert.equal(parseJson('\u001B[36mnull\u001B[0m'), null);
	assert.deepEqual(parseJson('{"a": 1}\nwords'), {a: 1});
	assert.deepEqual(parseJson('words\n[1]\nwords'), [1]);
	const notice = sample('update-notice.txt');
	assert.deepEqual(parseJson(`${notice}[{"a": 1}]\n`), [{a: 1}]);
	assert.deepEqual(parseJson(`${notice}\n{"a": [1, {}]}\n${notice}`), {a: [1, {}]});
	assert.deepEqual(parseJson('Retrieving...:\n[]'), []);
});

test('a string keeps its characters', () => {
	assert.deepEqual(parseJson('{"a": "x\u009B1my \\u001b[31m"}'), {a: 'x\u009B1my \u001B[31m'});
	assert.deepEqual(parseJson('{"a": "x\uFEFFy"}'), {a: 'x\uFEFFy'});
});

test('the inner part of a broken document is not the answer', () => {
	assert.equal(parseJson('{"apiUser": "a", "inner": {}'), undefined);
	assert.equal(parseJson('[{"username": "a"}, {"username": "b"}, {"user'), undefined);
	assert.equal(parseJson('[\n{"username": "a"},\n{"username": "b"},\n{"user'), undefined);
	assert.equal(parseJson('[\n\t\t{"username": "a"}\n'), undefined);
});

test('a document begins and ends with its line', () => {
	assert.equal(parseJson(`Options: {"a": 1}\n${'more words\n'.repeat(50)}`), undefined);
	assert.equal(parseJson('{"a": 1} and more\n'), undefined);
	assert.deepEqual(parseJson('words\n  {"a": 1}  \nwords'), {a: 1});
	assert.deepEqual(parseJson('Update? [y/N]>  {"a": 1}'), {a: 1});
});

test('fifty brackets in what stands before it hide no document, more do', () => {
	assert.deepEqual(parseJson(`${'[x]\n'.repeat(49)}{"a": 1}`), {a: 1});
	assert.equal(parseJson(`${'[x]\n'.repeat(50)}{"a": 1}`), undefined);
});

test('anything else is undefined', () => {
	for (const page of ['<html>', '  <html>']) {
		assert.equal(parseJson(`${page}\n{"a": 1}\n</html>`), undefined);
	}

	for (const text of ['', 'OK', 'FAILED\nno', '<html>{}</html', '{', '[', '}{', '['.repeat(100_000)]) {
		assert.equal(parseJson(text), undefined, text.slice(0, 20));
	}
});

test('what is long and deeper than any answer is not parsed; what is short is harmless', () => {
	const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
	const long = ' '.repeat(1_000_000);
	assert.notEqual(parseJson(deep(101)), undefined);
	assert.equal(parseJson(deep(101) + long), undefined);
	assert.notEqual(parseJson(deep(100) + long), undefined);
	assert.deepEqual(parseJson(`{"a": 1}${long}`), {a: 1});
});

test('fifty megabytes of brackets are refused in a moment, and as many users are read', () => {
	const taken = processorTime(() => {
		assert.equal(parseJson('['.repeat(50_000_000)), undefined);
		assert.equal(parseJson(`[${'{},'.repeat(16_000_000)}{}]`), undefined);
		assert.equal(parseJson(`{"a":${'{"a":'.repeat(200_000)}1${'}'.repeat(200_001)}`), undefined);
	});
	assert.ok(taken < 5000, `${taken} ms`);

	// Brackets within strings are no levels.
	const users = Array.from({length: 30_000}, () => ({username: '[[[{{{\\"[', displayName: 'x'.repeat(30)}));
	assert.deepEqual(parseJson(JSON.stringify(users)), users);
});
