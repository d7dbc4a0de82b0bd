import assert from 'node:assert/strict';
import {test} from 'node:test';
import {countOf, fieldOf, listOf, textField, usernameOf} from '../../../source/ibmcloud/parsers/fields.ts';

test('a field is found by its name, however that is spelled, and only where something is there', () => {
	assert.equal(fieldOf({IMS_Account_ID: 7}, 'imsAccountId'), 7);
	assert.equal(fieldOf({'ims-account-id': 7}, 'ims_account_id'), 7);
	assert.equal(fieldOf({User_Name: 'other', username: 'exact'}, 'username'), 'exact');
	assert.equal(fieldOf({b: 2, a: 1}, 'a', 'b'), 1);
	assert.equal(fieldOf({a: null, B: 0}, 'a', 'b'), 0);
	assert.equal(fieldOf({a: null, A: null, ab: 3}, 'a'), undefined);
	for (const none of [undefined, null, 'a', ['a']]) {
		assert.equal(fieldOf(none, '0', 'length'), undefined);
	}
});

test('a text is one clean line, a number as well; anything else is no text', () => {
	assert.equal(textField({a: 'x\ny'}, 'a'), 'x y');
	assert.equal(textField({a: 1_234_567}, 'a'), '1234567');
	for (const a of [Number.POSITIVE_INFINITY, true, {}, ['x'], null]) {
		assert.equal(textField({a}, 'a'), '');
	}
});

test('a count is whole and not negative, as a number or as text', () => {
	for (const [given, count] of [
		[0, 0],
		['12', 12],
		[' 12 ', 12],
		['999999999999999', 999_999_999_999_999],
	]) {
		assert.equal(countOf({a: given}, 'a'), count);
	}

	for (const a of [-1, 1.5, '-1', '1.5', '12 users', 'user 12', '1'.repeat(16), '', 2 ** 53, true, null]) {
		assert.equal(countOf({a}, 'a'), undefined, String(a));
	}
});

test('a list is one, and null is an empty one', () => {
	assert.deepEqual(listOf([1]), [1]);
	assert.deepEqual(listOf(null), []);
	assert.equal(listOf({length: 1}), undefined);
	assert.equal(listOf(undefined), undefined);
});

test('a username is what will be sent, or it is none', () => {
	assert.equal(usernameOf(' 1234567_ada '), '1234567_ada');
	for (const none of ['', '   ', 'a\u200Bb', 'a  b', 7, undefined]) {
		assert.equal(usernameOf(none), undefined, String(none));
	}
});
