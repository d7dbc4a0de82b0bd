import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {configurationIn} from '../../../source/ibmcloud/configuration.ts';
import {classify} from '../../../source/ibmcloud/outcomes.ts';
import {
	parseAccountList,
	parseAccountShow,
	parseResourceGroups,
} from '../../../source/ibmcloud/parsers/accounts.ts';
import {cleanLine, cleanWords, stripAnsi} from '../../../source/secrets/clean.ts';
import {parseClusters} from '../../../source/ibmcloud/parsers/clusters.ts';
import {parseCredential} from '../../../source/ibmcloud/parsers/credential.ts';
import {parseInfraPermissions} from '../../../source/ibmcloud/parsers/infra-permissions.ts';
import {parseIamToken, parseNewApiKey} from '../../../source/ibmcloud/parsers/secrets.ts';
import {parsePluginList, parseVersion} from '../../../source/ibmcloud/parsers/installed.ts';
import {parseTarget} from '../../../source/ibmcloud/parsers/target.ts';
import {parseUserList} from '../../../source/ibmcloud/parsers/user-list.ts';
import {parseObject} from '../../../source/secrets/json.ts';
import type {RunResult} from '../../../source/shell/run.ts';
import {failed, printed, realCases, realResult, sample, sampleNames} from '../samples.ts';
import {processorTime} from '../../support/processor-time.ts';

/** `FUZZ_RUNS` makes the test longer; the seed is fixed, so that a failure can be repeated. */
const settings = {seed: 20_261_124, numRuns: Number(process.env['FUZZ_RUNS'] ?? 400)};

const samples = [
	...sampleNames().map((name) => sample(name)),
	...realCases('').flatMap((name) => [realResult(name).stdout, realResult(name).stderr]),
].filter((text) => text !== '');

const splinters = [
	'',
	'\u0000',
	'\u001B[31m',
	'\u001B]0;',
	'\u202E',
	'\u2028',
	'\uD800',
	'\uFEFF',
	'"',
	'\\',
	'{',
	'}',
	'[',
	']',
	':',
	',',
	'null',
	'{}',
	'[{}]',
	'-1',
	'1e999',
	'<html>',
	'FAILED\n',
	'OK\n',
	'(E0051)',
	"'ibmcloud login'",
	' <-> ',
	'7654321_x@example.com',
	'"__proto__":',
];

/** Cuts pieces out of a sample, doubles them, replaces them by splinters, or inserts another sample. */
const mutated = fc
	.tuple(
		fc.constantFrom(...samples),
		fc.array(
			fc.tuple(
				fc.nat(),
				fc.nat(60),
				fc.oneof(fc.constantFrom(...splinters), fc.constantFrom(...samples), fc.string({unit: 'binary'})),
			),
			{maxLength: 6},
		),
	)
	.map(([text, changes]) => {
		let result = text;
		for (const [place, length, piece] of changes) {
			const at = place % (result.length + 1);
			result = result.slice(0, at) + piece + result.slice(at + length);
		}

		return result;
	});

const ways = (text: string): readonly RunResult[] => [printed(text), failed(text), failed('', text)];

/** Returns everything in the text that could pass for a name: as it is, or as a JSON string. */
function isIn(name: string, text: string): boolean {
	if (text.includes(name)) {
		return true;
	}

	const strings = text.match(/"(?:[^"\\]|\\.)*"/gsu) ?? [];
	return [...strings, ...allStrings(text)].some((string) => {
		try {
			return String(JSON.parse(string)).trim() === name;
		} catch {
			return false;
		}
	});
}

/** Quotation marks out of step (a splinter added one) hide strings from a single pass: every mark may begin one. */
function allStrings(text: string): readonly string[] {
	return [...text.matchAll(/(?=("(?:[^"\\]|\\.)*"))/gsu)].map((match) => match[1] ?? '');
}

test('mutated samples never make a parser throw', () => {
	fc.assert(
		fc.property(mutated, (text) => {
			for (const parse of [
				parseAccountList,
				parseAccountShow,
				parseClusters,
				parseInfraPermissions,
				parsePluginList,
				parseResourceGroups,
				parseUserList,
				parseVersion,
			]) {
				parse(text);
			}

			for (const result of ways(text)) {
				parseTarget(result, 'c');
				parseIamToken(result, 'c');
				parseNewApiKey(result, 'c');
				classify(result, 'c');
			}

			configurationIn(parseObject(text) ?? {});
		}),
		settings,
	);
});

test('no username is accepted that is not in the input', () => {
	const known = [
		'7654321_infra.admin@example.com',
		'IBM123456',
		'default',
		'us',
		'1234567_nobody@example.com',
		'-',
		'OK',
	];
	fc.assert(
		fc.property(mutated, (text) => {
			for (const user of parseUserList(text)?.users ?? []) {
				assert.ok(isIn(user.username, text), user.username);
			}

			for (const result of ways(text)) {
				const outcome = parseCredential(result, 'c', known);
				if (outcome.ok && outcome.value !== null) {
					// Color codes inside a name are no part of it.
					assert.ok(isIn(outcome.value, stripAnsi(text)), outcome.value);
				}
			}
		}),
		settings,
	);
});

test('cleaned text holds nothing that acts, however it was mixed', () => {
	const acting = /[\p{Cc}\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;
	fc.assert(
		fc.property(fc.oneof(mutated, fc.string({unit: 'binary'})), (text) => {
			const line = cleanLine(text);
			assert.doesNotMatch(line, acting);
			assert.ok([...line].length <= 300 && line.isWellFormed() && line === line.trim());
			assert.equal(cleanLine(line), line);
			const words = cleanWords(text);
			assert.doesNotMatch(words.replaceAll('\n', ''), acting);
			assert.ok(words.split('\n').length <= 12 && words.length <= 2100);
		}),
		settings,
	);
});

test('endless output of one kind is read in a moment', () => {
	const parsers: readonly ((text: string) => unknown)[] = [
		cleanLine,
		cleanWords,
		parseUserList,
		parseInfraPermissions,
		parseResourceGroups,
		parsePluginList,
		parseVersion,
		(text) => parseCredential(printed(text), 'c', ['x']),
		(text) => parseTarget(printed(text), 'c'),
		(text) => parseNewApiKey(printed(text), 'c'),
		(text) => parseIamToken(printed(text), 'c'),
		(text) => classify(failed(text, text), 'c'),
	];
	for (const piece of [
		' ',
		':',
		': ',
		'\u001B[',
		'\u001B]',
		'[{',
		'a',
		'a: (',
		'"',
		'\n',
		'1.',
		'@a',
		'a  ',
		'1_',
		'\\"',
	]) {
		const endless = piece.repeat(1_000_000);
		for (const [index, parse] of parsers.entries()) {
			const taken = processorTime(() => {
				parse(endless);
			});
			assert.ok(taken < 3000, `${JSON.stringify(piece)}, parser ${index}: ${taken} ms`);
		}
	}
});
