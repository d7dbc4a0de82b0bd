import assert from 'node:assert/strict';
import {test} from 'node:test';
import {holdsKey} from '../../../source/frontends/fields/visible-text.ts';

const knowsNothing = (): boolean => false;

test('eight letters with a digit among them can be the beginning of a key, seven cannot be told from a name', () => {
	assert.equal(holdsKey('4b0acd1', knowsNothing), false);
	assert.equal(holdsKey('4b0acd1e', knowsNothing), true);
	assert.equal(holdsKey('ada 4b0acd1e', knowsNothing), true);
});

test('a name is no key, however long: without a digit, before an @, behind an account number, or in the list', () => {
	assert.equal(holdsKey('lovelaceada', knowsNothing), false);
	assert.equal(holdsKey('lovelace1815@navy.example', knowsNothing), false);
	assert.equal(holdsKey('1234567_lovelace1815', knowsNothing), false);
	assert.equal(
		holdsKey('lovelace1815', (word) => 'lovelace1815'.startsWith(word)),
		false,
	);
});
