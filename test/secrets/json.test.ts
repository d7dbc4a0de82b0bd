import assert from 'node:assert/strict';
import {test} from 'node:test';
import {isObject, parseObject, parseValue} from '../../source/secrets/json.ts';

test('a text is the value that it holds, or nothing: no error comes out that quotes it', () => {
	assert.deepEqual(parseValue('[1]'), [1]);
	assert.equal(parseValue('{"key": "half a sec'), undefined);
});

test('an object is neither a list nor null nor anything else', () => {
	assert.deepEqual(parseObject('{"a": 1}'), {a: 1});
	for (const text of ['[1]', 'null', '1', '"a"', 'OK']) {
		assert.equal(parseObject(text), undefined, text);
	}

	assert.equal(isObject(undefined), false);
});
