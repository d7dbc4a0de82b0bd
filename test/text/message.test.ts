import assert from 'node:assert/strict';
import {test} from 'node:test';
import {translation, type Catalogue} from '../../source/text/catalogue.ts';
import {english} from '../../source/text/languages/english.ts';
import {message} from '../../source/text/message.ts';

test('a message carries its values, and one that has none carries none', () => {
	assert.deepEqual(message('user.title'), {key: 'user.title'});
	assert.deepEqual(message('does.restores', {account: '1234567'}), {
		key: 'does.restores',
		values: {account: '1234567'},
	});
});

/**
 * Never called: the lines in here must not compile, so one that does is a type error. So is another error
 * beside the expected one: one wrong text of a translation is one error, at its key.
 */
export function mistakes(): void {
	const key: 'does.restores' | 'user.title' = Math.random() > 1 ? 'user.title' : 'does.restores';
	// @ts-expect-error -- the value is missing
	message('does.restores');
	// @ts-expect-error -- there is no such value
	message('does.restores', {acount: '1234567'});
	// @ts-expect-error -- it has no value
	message('user.title', {account: '1234567'});
	// @ts-expect-error -- a plural counts
	message('end.removed', {count: 'two'});
	// @ts-expect-error -- the value of a branch
	message('review.changed', {});
	// @ts-expect-error -- one of the two needs it
	message(key);
	// @ts-expect-error -- there is no such message
	message('does.restore', {account: '1234567'});
	translation({
		...english,
		'value.plain': '{value}',
		// @ts-expect-error -- the translation has lost a value
		'does.restores': 'setzt zurück',
		// @ts-expect-error -- the translation has a value of its own
		'user.title': 'Benutzer {name}',
		// @ts-expect-error -- there is no such message in English
		'user.titel': 'Benutzer',
	});
	// @ts-expect-error -- messages are missing
	translation({'value.plain': '{value}'});
	const same: Catalogue = translation({...english});
	void same;
}
