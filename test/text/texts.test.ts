import assert from 'node:assert/strict';
import {test} from 'node:test';
import {array, assert as assertProperty, constantFrom, property, string} from 'fast-check';
import {IntlMessageFormat} from 'intl-messageformat';
import {english} from '../../source/text/languages/english.ts';
import {languages} from '../../source/text/languages/list.ts';
import {englishTexts, fillSimple, joined} from '../../source/text/texts.ts';

test('a simple pattern is filled as the library fills it, in every language', async () => {
	const catalogues = [english, ...(await Promise.all(languages.map(async ({load}) => load())))];
	let filled = 0;
	for (const pattern of catalogues.flatMap((catalogue) => Object.values<string>(catalogue))) {
		const names = [...pattern.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
		const values = Object.fromEntries(names.map((name, index) => [name, index === 0 ? 3 : `<${name}>`]));
		const text = fillSimple(pattern, values);
		if (text !== undefined) {
			filled += 1;
			const format = new IntlMessageFormat(pattern, 'en', undefined, {ignoreTag: true});
			assert.equal(text, String(format.format(values)), pattern);
		}
	}

	assert.ok(filled > 300, `${filled}`);
});

test('plurals, quotes and tags are left to the library', () => {
	for (const pattern of ['{count, plural, one {# user} other {# users}}', "'{'", "'''{name}'", 'a < b']) {
		assert.equal(fillSimple(pattern, {count: 1, name: 'x'}), undefined, pattern);
	}

	assert.equal(fillSimple("See '--help'.", {}), "See '--help'.");
});

test('apostrophes are what they are to the library, wherever they stand', () => {
	const pieces = array(constantFrom("'", "''", '{name}', 'x', ' '), {maxLength: 8});
	assertProperty(
		property(pieces, (parts) => {
			const pattern = parts.join('');
			const text = fillSimple(pattern, {name: 'N'});
			const format = new IntlMessageFormat(pattern, 'en', undefined, {ignoreTag: true});
			assert.ok(text === undefined || text === String(format.format({name: 'N'})), pattern);
		}),
		{numRuns: 2000},
	);
	assert.equal(fillSimple("No option ''{name}''.", {name: 'x'}), "No option 'x'.");
});

test('a value that is missing is a mistake of ours, and a list is joined', () => {
	assert.throws(() => fillSimple('Hello {name}', {}), RangeError);
	const said = englishTexts.text('usage.missing', {flags: ['--a', '--b']});
	assert.equal(said, 'No terminal to ask in. Missing: --a and --b.');
});

test('lists are joined as Intl joins them', () => {
	for (const locale of ['en', 'de']) {
		const intl = new Intl.ListFormat(locale, {type: 'conjunction'});
		assertProperty(
			property(array(string()), (list) => {
				assert.equal(joined(locale, list), intl.format(list));
			}),
		);
	}
});
