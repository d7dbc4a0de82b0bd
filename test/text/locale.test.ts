import assert from 'node:assert/strict';
import {test} from 'node:test';
import {languageOf, type LocaleSources} from '../../source/text/locale.ts';

const known = ['en', 'de', 'zh', 'zh-hant'];

function chosen(sources: Partial<LocaleSources>): string {
	return languageOf({option: undefined, setting: undefined, environment: {}, ...sources}, known);
}

test('the flag, then the setting of the CLI, then the environment', () => {
	const environment = {LANG: 'de_DE.UTF-8'};
	assert.equal(chosen({option: 'en', setting: 'de_DE', environment}), 'en');
	assert.equal(chosen({setting: 'de_DE', environment: {LANG: 'en_US.UTF-8'}}), 'de');
	assert.equal(chosen({setting: '', environment}), 'de');
	assert.equal(chosen({}), 'en');
});

test('of the environment LC_ALL comes first, then LC_MESSAGES, then LANG; an empty one says nothing', () => {
	assert.equal(chosen({environment: {LC_ALL: 'C', LC_MESSAGES: 'de_DE', LANG: 'de_DE'}}), 'en');
	assert.equal(chosen({environment: {LC_ALL: '', LC_MESSAGES: 'de_AT', LANG: 'en_GB'}}), 'de');
	assert.equal(chosen({environment: {LC_CTYPE: 'de_DE.UTF-8'}}), 'en');
});

test('every way to write a locale', () => {
	for (const locale of ['de', 'DE', 'de_DE', 'de-CH', 'de_DE.UTF-8', 'de_DE@euro', ' de ']) {
		assert.equal(chosen({option: locale}), 'de', locale);
	}

	assert.equal(chosen({option: 'zh_Hant'}), 'zh-hant');
	assert.equal(chosen({option: 'zh_Hans'}), 'zh');
});

test('what is no language that is known is English, and does not fall through to the next source', () => {
	for (const locale of ['fr_FR', 'C', 'POSIX', 'C.UTF-8', 'den', 'CLEAR', '__proto__']) {
		assert.equal(chosen({option: locale, environment: {LANG: 'de_DE'}}), 'en', locale);
	}
});
