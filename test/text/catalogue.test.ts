import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {MessageKey} from '../../source/text/catalogue.ts';
import {languages} from '../../source/text/languages/list.ts';
import {createTexts} from '../../source/text/texts.ts';
import {namesIn} from './names-in.ts';

for (const {tag, load} of languages) {
	test(`${tag}: every message can be said with a value for each of its names`, async () => {
		const catalogue = await load();
		const texts = createTexts(tag, catalogue);
		for (const [key, pattern] of Object.entries(catalogue)) {
			for (const count of [0, 1, 2, 1234]) {
				const values = Object.fromEntries(namesIn(pattern).map((name) => [name, count]));
				const said = texts.say({key: key as MessageKey, values});
				assert.ok(said.length > 0, key);
				assert.doesNotMatch(said, /[{}]/, key);
			}
		}
	});

	test(`${tag}: nobody is begged`, async () => {
		for (const [key, pattern] of Object.entries(await load())) {
			assert.doesNotMatch(pattern, /\b(?:please|bitte)\b/i, key);
		}
	});

	test(`${tag}: an ellipsis of something that goes on is three dots, as IBM writes it`, async () => {
		for (const [key, pattern] of Object.entries(await load())) {
			assert.ok(key === 'ui.asTyped.nothing' || !pattern.includes('…'), key);
		}
	});
}
