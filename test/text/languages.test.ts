import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {suite, test} from 'node:test';
import type {MessageKey} from '../../source/text/catalogue.ts';
import {english} from '../../source/text/languages/english.ts';
import {languages} from '../../source/text/languages/list.ts';
import {loadTexts} from '../../source/text/texts.ts';

const root = path.resolve(import.meta.dirname, '../..');
const keys = Object.keys(english) as MessageKey[];

/** Texts that may read the same in English and in another language: names, and words that both have. */
const sameEverywhere: ReadonlySet<MessageKey> = new Set([
	'program.title',
	'check.cli',
	'check.container-service',
	'check.sl',
	'check.region',
	'region.title',
]);

for (const {tag, load} of languages.filter((language) => language.tag !== 'en')) {
	suite(tag, () => {
		test('has translated everything that is not a name', async () => {
			const catalogue = await load();
			const same = keys.filter((key) => catalogue[key] === english[key] && !isOnlyValues(english[key]));
			assert.deepEqual(
				same.filter((key) => !sameEverywhere.has(key)),
				[],
			);
		});

		test('names the same commands, flags and variables as English', async () => {
			const catalogue = await load();
			for (const key of keys) {
				assert.deepEqual(namesOfThings(catalogue[key]), namesOfThings(english[key]), key);
			}
		});
	});
}

/** What people type: commands with words, and options. `ibmcloud` and this program alone are names. */
const typed =
	/ibmcloud (?:account|ks|login|plugin|resource|sl|target|version)\b|\{start\}|\{program\} (?:doctor|history|setup|status|unset)\b|(?<![\w}-])--?[a-z{]|\bchmod\b/u;

test('commands and options in a sentence stand in single quotes, in every language', async () => {
	for (const {tag, load} of languages) {
		const catalogue = await load();
		const sentences = keys.filter((key) => !key.startsWith('action.'));
		const bare = sentences.filter((key) => typed.test(catalogue[key].replaceAll(/''[^']+''/gu, '')));
		assert.deepEqual(bare, [], tag);
	}
});

test('only the catalogue of the chosen language is loaded', () => {
	const importers = sources().flatMap(({file, text}) =>
		/^import (?!type).*languages\/(?!english|list)|^export .* from .*languages\//m.test(text) ? [file] : [],
	);
	assert.deepEqual(importers, []);
	const list = readFileSync(path.join(root, 'source/text/languages/list.ts'), 'utf8');
	assert.deepEqual(list.match(/^import (?!type).*/gm), ["import {english} from './english.ts';"]);
});

test('a language that nobody knows is English', async () => {
	assert.equal((await loadTexts('xx')).locale, 'en');
	assert.equal((await loadTexts('de')).locale, 'de');
});

test('no message is unused', () => {
	const texts = sources().map(({text}) => text);
	const templates = texts.flatMap((text) => templatesIn(text));
	const unused = keys.filter(
		(key) =>
			!texts.some((text) => text.includes(`'${key}'`)) && !templates.some((pattern) => pattern.test(key)),
	);
	assert.deepEqual(unused, []);
});

/** Returns all sources that can use a message. */
function sources(): ReadonlyArray<{readonly file: string; readonly text: string}> {
	return globSync('source/**/*.{ts,tsx}', {cwd: root})
		.filter((file) => !file.startsWith('source/simulator/') && !file.startsWith('source/text/languages/'))
		.map((file) => ({file, text: readFileSync(path.join(root, file), 'utf8')}));
}

/** Returns patterns for composed keys, such as `help.${topic}.what`. */
function templatesIn(text: string): RegExp[] {
	return [...text.matchAll(/`([a-z][A-Za-z]*\.[\w.-]*\$\{[^`]*)`/g)].map(([, template = '']) => {
		const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replaceAll('.', String.raw`\.`));
		return new RegExp(`^${parts.join('[\\w-]+')}$`);
	});
}

/** `{region} / {group}` and `{count, number}` have nothing to translate. */
function isOnlyValues(pattern: string): boolean {
	return !/\p{Letter}{2,}/u.test(pattern.replaceAll(/\{\w+(?:, \w+)?\}/g, ''));
}

const command =
	'(?:login(?: --sso)?|version|target|plugin (?:list|install)|account list|resource groups|sl user \\w+|ks [\\w-]+ \\w+)';
const things = new RegExp(
	`--[a-z][\\w-]*|\\bE\\d{3}[\\da-z]{1,2}\\b|\\b(?:IAAS_CLASSIC|HTTPS)_[A-Z_]+|ibmcloud ${command}|classic-credentials (?:doctor|history|setup|status|unset)\\b`,
	'g',
);

/** Returns what people type the same in every language: commands, flags, variables, codes. */
function namesOfThings(pattern: string): string[] {
	return [...new Set(pattern.match(things))].toSorted();
}
