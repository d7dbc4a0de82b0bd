import assert from 'node:assert/strict';
import {test} from 'node:test';
import {IntlMessageFormat} from 'intl-messageformat';
import type {MessageKey} from '../../source/text/catalogue.ts';
import {english} from '../../source/text/languages/english.ts';
import {createTexts} from '../../source/text/texts.ts';

test('every message can be said with a value for each of its names', () => {
	const texts = createTexts('en', english);
	for (const [key, pattern] of Object.entries(english)) {
		const values = Object.fromEntries(namesIn(pattern).map((name) => [name, 2]));
		const said = texts.text(key as MessageKey, values);
		assert.ok(said.length > 0, key);
		assert.doesNotMatch(said, /[{}]/, key);
	}
});

test('nobody is begged: no message says please', () => {
	for (const [key, pattern] of Object.entries(english)) {
		assert.doesNotMatch(pattern, /\bplease\b/i, key);
	}
});

/** The names of the values that a message is filled with. */
function namesIn(pattern: string): string[] {
	const names = new Set<string>();
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) {
			node.forEach(visit);
		} else if (typeof node === 'object' && node !== null) {
			const {type, value} = node as {type?: number; value?: unknown};
			// 0 is a literal, 7 the `#` of a plural; everything else in MessageFormat's tree that has a value is a name.
			if (type !== undefined && type !== 0 && type !== 7 && typeof value === 'string') {
				names.add(value);
			}

			Object.values(node).forEach(visit);
		}
	};
	visit(new IntlMessageFormat(pattern, 'en', undefined, {ignoreTag: true}).getAst());
	return [...names];
}
