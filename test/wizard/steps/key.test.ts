import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import type {InfrastructureUser} from '../../../source/ibmcloud/types.ts';
import {Secret} from '../../../source/secrets/secret.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import {parseKey} from '../../../source/wizard/key-text.ts';
import {keyStep} from '../../../source/wizard/steps/key.ts';
import {FakeSession, jane, john, key} from '../../support/fake-session.ts';
import {namesOf} from '../../support/session-moves.ts';
import {chosen, contextOf, keysOf, ofKind} from '../contexts.ts';

function valueOf(text: string): string | undefined {
	return parseKey(text).secret?.reveal();
}

test('the question names the user, and shows nothing of a key', () => {
	const context = contextOf(new FakeSession(), {answers: {user: chosen(jane)}});
	const question = ofKind(keyStep.question(context), 'secret');
	assert.match(englishTexts.say(question.title), /1234567_jane@example\.com/);
	assert.deepEqual(question.hints, []);
	assert.deepEqual(question.warnings, []);
});

test('before the key is asked it is said that and with whom the pair will be checked', () => {
	const pairCheckHost = {host: 'api.softlayer.com', isIbm: true};
	const context = contextOf(new FakeSession(), {answers: {user: chosen(jane)}, pairCheckHost});
	const [hint] = ofKind(keyStep.question(context), 'secret').hints;
	assert.match(englishTexts.say(hint ?? {key: 'value.none'}), /api\.softlayer\.com/);
});

test('in a rehearsal the worthless key of the user is offered as a sample, and not shown', () => {
	const demoKeys = new Map([[jane.username, 'demo-key-of-jane']]);
	const context = contextOf(new FakeSession(), {answers: {user: chosen(jane)}, demoKeys});
	const {sample, hints} = ofKind(keyStep.question(context), 'secret');
	assert.equal(sample?.reveal(), 'demo-key-of-jane');
	assert.ok(!hints.some((hint) => englishTexts.say(hint).includes('demo-key-of-jane')));
	const other = contextOf(new FakeSession(), {answers: {user: chosen(john)}, demoKeys});
	assert.equal(ofKind(keyStep.question(other), 'secret').sample, undefined);
});

test('for a user without a key one can be made; that there is one only is said before', () => {
	const without = {...jane, hasKey: false};
	const context = contextOf(new FakeSession(), {answers: {user: chosen(without)}});
	const question = ofKind(keyStep.question(context), 'secret');
	assert.deepEqual(keysOf(question.warnings), ['key.userHasNone']);
	assert.ok(keysOf(question.hints).includes('key.oneOnly'));
	assert.deepEqual(namesOf(question.actions), ['create-key']);
	const dryRun = ofKind(keyStep.question({...context, isDryRun: true}), 'secret');
	assert.deepEqual(dryRun.actions, []);
	const running = ofKind(keyStep.question({...context, keyCreation: {kind: 'running'}}), 'secret');
	assert.deepEqual(running.actions, []);
});

test('a key that could not be made says why, with the CLI’s own words', () => {
	const error = {kind: 'key-exists', words: 'Each user can only have a single API key', command: ''} as const;
	const context = contextOf(new FakeSession(), {keyCreation: {kind: 'refused', error}});
	const said = ofKind(keyStep.question(context), 'secret').warnings.map((line) => englishTexts.say(line));
	assert.ok(said.includes('Each user can only have a single API key'));
});

test('only a secret is an answer', () => {
	const secret = new Secret(key);
	const context = contextOf(new FakeSession());
	assert.deepEqual(keyStep.take({kind: 'secret', secret}, context), {value: secret, source: 'typed'});
	assert.equal(keyStep.take({kind: 'text', text: key}, context), undefined);
});

test('the answer in one line: how long, and a fingerprint', () => {
	const said = englishTexts.say(keyStep.describe(new Secret(key)));
	assert.match(said, /^64 characters, fingerprint [0-9a-f]{8}$/);
	assert.ok(!said.includes(key.slice(0, 8)));
});

test('what a paste brings along is taken out, and it is said what', () => {
	const parsed = parseKey(`\uFEFF ${key.slice(0, 10)}\u200B${key.slice(10)}\u00A0\r\n\u0007\u202E`);
	assert.equal(parsed.secret?.reveal(), key);
	assert.deepEqual(parsed.removed, [
		{key: 'key.removed.lineBreaks', values: {count: 1}},
		{key: 'key.removed.spaces', values: {count: 3}},
		{key: 'key.removed.invisible', values: {count: 3}},
	]);
	assert.deepEqual(parseKey(key).removed, []);
});

test('nothing is enforced about the form of a key', () => {
	for (const value of ['x', 'UPPER', 'a-b_c', '"', 'a"b"', '=', 'a=', 'é', '🔑', `-${key}`, key.repeat(9)]) {
		assert.equal(valueOf(value), value);
	}
});

test('quotes around a key and a name before it are taken out, and neither is repeated', () => {
	for (const [text, removed] of [
		[`"${key}"`, ['key.removed.quotes']],
		[`'${key}'\n`, ['key.removed.lineBreaks', 'key.removed.quotes']],
		[`“${key}”`, ['key.removed.quotes']],
		[`IAAS_CLASSIC_API_KEY=${key}`, ['key.removed.name']],
		[`export KEY="${key}"`, ['key.removed.spaces', 'key.removed.name', 'key.removed.quotes']],
		[`'KEY=${key}'`, ['key.removed.quotes', 'key.removed.name']],
	] as const) {
		const parsed = parseKey(text);
		assert.equal(parsed.secret?.reveal(), key, text);
		assert.deepEqual(keysOf(parsed.removed), removed, text);
		assert.ok(!parsed.removed.some((line) => englishTexts.say(line).includes('KEY')));
	}
});

test('a key that is much shorter than any that was seen is warned of, and taken', () => {
	const {secret, warnings} = parseKey(key.slice(0, 59));
	assert.equal(secret?.length, 59);
	assert.match(englishTexts.say(warnings[0] ?? {key: 'value.none'}), /^Only 59 characters\./);
	assert.deepEqual(parseKey(key.slice(0, 60)).warnings, []);
});

test('who does not have the key finds an entry that says so; who has no key at all can create one instead', () => {
	const entries = (user: InfrastructureUser): string[] =>
		namesOf(keyStep.question(contextOf(new FakeSession(), {answers: {user: chosen(user)}})).actions);
	assert.deepEqual(entries(jane), ['no-key']);
	assert.deepEqual(entries({...jane, hasKey: undefined}), ['no-key']);
	assert.deepEqual(entries({...jane, hasKey: false}), ['create-key']);
});

test('nothing left is nothing', () => {
	for (const text of ['', ' ', '\r\n', '\u200B\u200D']) {
		assert.equal(parseKey(text).secret, undefined);
		assert.equal(parseKey(text).summary.key, 'key.nothing');
	}
});

test('44 characters of base64url are warned of: an IBM Cloud API key', () => {
	const ibmCloudKey = 'aB3_-'.padEnd(44, 'x');
	assert.deepEqual(keysOf(parseKey(`${ibmCloudKey}\n`).warnings), ['key.looksLikeIbmCloudKey']);
	assert.deepEqual(keysOf(parseKey(`${ibmCloudKey}x`).warnings), ['key.short']);
	assert.deepEqual(parseKey(key).warnings, []);
});

test('whatever is pasted, no blank, line break, control or zero-width character stays in the key', () => {
	const odd = fc.constantFrom(
		...' \t\r\n\u0000\u001B\u007F\u0085\u00A0\u00AD\u200B\u200D\u2028\u2060\u3000\uFEFF\uFE0F',
	);
	const texts = fc.array(
		fc.oneof(odd, fc.string({unit: 'grapheme', maxLength: 5}), fc.string({maxLength: 5})),
	);
	fc.assert(
		fc.property(texts, (pieces) => {
			const parsed = parseKey(pieces.join(''));
			const value = parsed.secret?.reveal() ?? '';
			assert.doesNotMatch(value, /[\s\p{Cc}\p{Cf}\p{Zs}]/u);
			// Cleaning a clean key changes nothing: what is shown is what is set.
			const again = parseKey(value);
			assert.deepEqual(again.removed, []);
			assert.equal(again.secret?.fingerprint, parsed.secret?.fingerprint);
			assert.equal(parsed.removed.length > 0, value !== pieces.join(''));
		}),
		{seed: 20_261_124, numRuns: 1000},
	);
});
