import assert from 'node:assert/strict';
import {test} from 'node:test';
import {maskLongRuns, maskShapes} from '../../source/secrets/mask.ts';

test('a token is one in two parts, too, and behind any number of blanks', () => {
	assert.equal(maskShapes('cut eyJraWQiOiJ4In0.eyJpYW0iOiJ4In0 here'), 'cut [secret] here');
	assert.equal(maskShapes('cut eyJraWQiOiJ4In0.eyJpYW0iOiJ4In0.c2ln here'), 'cut [secret] here');
	assert.equal(maskShapes('Bearer   abcdefghijklmnop'), 'Bearer [secret]');
});

test('a value is one whose name says so, however the name is written', () => {
	for (const name of [
		'refresh_token',
		'refresh-token',
		'accessToken',
		'api_key',
		'API-Key',
		'apikey',
		'password',
		'passwd',
		'passcode',
	]) {
		assert.equal(maskShapes(`${name}=opaque-value end`), `${name}=[secret] end`);
		assert.equal(maskShapes(`"${name}" : "opaque-value"`), `"${name}" : "[secret]"`);
	}
});

test('of long runs a number and a word stay, and what is longer than either does not', () => {
	const masked = (run: string): string => maskLongRuns(`x ${run} y`, 'ibmcloud ks');
	for (const run of ['1234567890123456', '1'.repeat(19), 'a'.repeat(39), 'a1'.repeat(7)]) {
		assert.equal(masked(run), `x ${run} y`);
	}

	for (const run of ['1'.repeat(20), 'a'.repeat(40), 'a1'.repeat(8)]) {
		assert.equal(masked(run), 'x [secret] y', run);
	}
});

test('the name of a class hides no secret that is joined to it', () => {
	assert.equal(maskLongRuns('SoftLayer_Exception_Public2', ''), '[secret]');
	for (const run of ['c4a9e1f07b52_Soft_Layer', 'Soft_Layer_c4a9e1f07b52']) {
		assert.equal(maskLongRuns(`x ${run} y`, 'ibmcloud ks'), 'x [secret] y', run);
	}
});
