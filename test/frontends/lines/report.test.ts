import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reportLines} from '../../../source/frontends/lines/report-lines.ts';
import {endless} from '../../../source/frontends/lines/table/table.ts';
import {plainText} from '../../../source/frontends/lines/print.ts';
import {changeDocument} from '../../../source/documents/change-document.ts';
import type {ScopeResult} from '../../../source/plan/plan.ts';
import {Secret} from '../../../source/secrets/secret.ts';
import {message} from '../../../source/text/message.ts';
import {englishTexts as texts} from '../../../source/text/texts.ts';
import type {Report} from '../../../source/wizard/view.ts';
import {
	cluster,
	ended,
	failure,
	pair,
	permissions,
	plan,
	planned,
	report as reportOf,
	results,
	set,
	username,
} from '../../plan/plans.ts';
import {key} from '../../support/fake-session.ts';

const applied = plan([planned({change: {kind: 'set', pair: pair({apiKey: new Secret(key)})}})]);

function report(all: readonly ScopeResult[], more: Partial<Report> = {}): Report {
	const scopes = all.map((result) => ended(result));
	return reportOf(scopes, {plan: applied, keyReference: {kind: 'flag', value: '@key.txt'}, ...more});
}

function text(value: Report): string {
	return plainText(reportLines(value, texts, endless));
}

test('verified says so, and what comes next', () => {
	const said = text(report([results.verified]));
	assert.match(said, /^OK {2}Verified: the credential is set\.$/m);
	assert.match(
		said,
		/^OK {2}us-south \/ default {2}verified: pair accepted\n {2}default: linked account 1234567 → 1234567_jane@example\.com\n/m,
	);
	assert.match(
		said,
		/^ {2}ibmcloud target -g default && ibmcloud ks cluster create classic --name my-cluster --zone dal10 /m,
	);
});

test('after a replacement it holds the old user, the new one, who and when, whose key undoes it, and what was not looked at', () => {
	const before = set('1234567_old@example.com');
	const scopes = [ended(results.verified, {before, effect: 'other-user', clusters: [cluster]})];
	const said = text(
		report([], {
			scopes,
			plan: plan(
				scopes.map(({planned: scope}) => scope),
				{targetedGroup: 'default'},
			),
			operator: 'op@example.com',
			endedAt: Date.UTC(2026, 10, 25, 13, 5),
		}),
	);
	assert.match(
		said,
		/OK {2}us-south \/ default {2}verified: .*\n {2}1234567_old@example\.com → 1234567_jane@example\.com\n/,
	);
	assert.match(
		said,
		/^op@example\.com, in Example Account \(1234567\), 2026-11-25 13:05 UTC, key [0-9a-f]{8} of 1234567_jane@example\.com$/m,
	);
	assert.match(said, /^That needs the key of 1234567_old@example\.com\./m);
	assert.match(said, /Infrastructure User/);
	assert.match(said, /was not checked\. To check it:\n {2}ibmcloud ks worker ls --cluster prod-dal$/m);
	assert.doesNotMatch(said, /cluster create/);
});

test('where nothing was set for the first time and no cluster is, the next step is to see what is set', () => {
	const before = set(username);
	const scopes = [ended(results.verified, {before, effect: 'rotation'})];
	assert.match(text(report([], {scopes})), /^ {2}classic-credentials status$/m);
});

test('set with the name alone read back is never called verified', () => {
	const said = text(report([results.notProven]));
	assert.match(said, /^NOTE {2}Set; username read back; key not proven\.$/m);
	assert.doesNotMatch(said, /[Vv]erified/);
});

test('a read-back that differs names both', () => {
	const said = text(report([results.differs], {exitStatus: 4}));
	assert.match(said, new RegExp(`${username} was set, but other is in force`));
	assert.match(said, /^FAILED {2}Not done: see above/m);
});

test('what failed carries the CLI’s own words, and how to finish the rest', () => {
	const {error} = failure('key-invalid', 'Invalid API key');
	const said = text(report([results.verified, {kind: 'failed', error, wasSet: false}], {exitStatus: 5}));
	assert.match(said, /Invalid API key/);
	assert.match(said, /1 of 2 done/);
	assert.match(said, /classic-credentials setup .*--infrastructure-api-key=@key\.txt --region=us-south/);
	assert.doesNotMatch(said, /Next steps|cluster create/);
});

test('stopped says what was changed and what is unknown', () => {
	const nothing = text(report([], {outcome: 'interrupted', exitStatus: 130}));
	assert.match(nothing, /Stopped\. Nothing was changed\./);
	const none = text(
		report([results.notStarted, results.notStarted], {outcome: 'interrupted', exitStatus: 130}),
	);
	assert.match(none, /Stopped\. Nothing was changed\./);
	const some = text(
		report([results.verified, results.unknown, results.notStarted], {
			outcome: 'interrupted',
			exitStatus: 130,
		}),
	);
	assert.match(some, /Stopped\. 1 of 3 set, 1 is unknown; no other credential was changed\./);
	const before = text(
		report([results.notStarted], {
			earlier: [ended(results.verified)],
			outcome: 'interrupted',
			exitStatus: 130,
		}),
	);
	assert.match(before, /Stopped\. 1 of 2 set; no other credential was changed\./);
});

const keyNote = {username, command: 'ibmcloud sl user detail 11 --keys'};

test('a key that was created and is set nowhere is reported at the end: something did change', () => {
	const said = text(report([], {outcome: 'quit', plan: undefined, unusedKeys: [keyNote], exitStatus: 1}));
	assert.match(said, /No credential was changed\./);
	assert.match(said, new RegExp(`An API key was created for ${username} but is not set anywhere`));
	assert.doesNotMatch(said, /Nothing was changed/);
});

test('a key that may have been created is reported at the end, with the command that shows it', () => {
	const said = text(
		report([], {outcome: 'interrupted', plan: undefined, unknownKeys: [keyNote], exitStatus: 130}),
	);
	assert.match(said, /No credential was changed\./);
	assert.match(said, new RegExp(`It is not known whether an API key was created for ${username}`));
	assert.match(said, /ibmcloud sl user detail 11 --keys/);
	assert.doesNotMatch(said, /Nothing was changed/);
});

test('a refusal says why, what mends it a line each, and the CLI’s own words', () => {
	const said = text(
		report([], {
			outcome: 'refused',
			plan: undefined,
			refusal: message('error.copy-refused'),
			remedy: 'ibmcloud target -g infra\nibmcloud target -g default',
			error: failure('copy-refused', 'No such group').error,
			exitStatus: 3,
		}),
	);
	assert.match(said, /^FAILED {2}Nothing was changed\.$/m);
	assert.match(said, /^ {2}ibmcloud target -g infra\n {2}ibmcloud target -g default$/m);
	assert.match(said, /No such group/);
});

test('the document names the outcome, every scope and its result', () => {
	const document = changeDocument(
		report([{...results.verified, permissions: permissions()}], {
			plan: {
				...applied,
				scopes: applied.scopes.map((scope) => ({...scope, before: set('old'), clusters: [cluster]})),
			},
		}),
		'set',
		texts,
	);
	const {scopes, ...rest} = JSON.parse(JSON.stringify(document)) as Record<string, unknown>;
	assert.deepEqual(
		{outcome: rest['outcome'], exitStatus: rest['exitStatus'], user: rest['infrastructureUsername']},
		{outcome: 'applied', exitStatus: 0, user: username},
	);
	assert.deepEqual((scopes as unknown[]).length, 1);
	assert.equal(rest['keyFingerprint'], new Secret(key).fingerprint);
});

test('the document of a dry run has the scopes of the plan, without results', () => {
	const dry = report([], {
		outcome: 'dry-run',
		plan: {...applied, scopes: [planned({before: failure('network')})]},
	});
	const [scope] = changeDocument(dry, 'set', texts)['scopes'] as ReadonlyArray<Record<string, unknown>>;
	assert.equal(scope?.['result'], null);
	assert.deepEqual(JSON.parse(JSON.stringify(scope['before'])), {
		kind: 'unreadable',
		error: {kind: 'network', code: null, command: 'ibmcloud ks', exitCode: null, words: ''},
	});
});

test('a read-back that differs has both names in the document', () => {
	const {scopes} = changeDocument(report([results.differs]), 'set', texts);
	const [scope] = scopes as ReadonlyArray<Record<string, unknown>>;
	assert.deepEqual(scope?.['result'], {kind: 'differs', expected: username, found: 'other'});
});

test('no document holds a key', () => {
	const {error} = failure('key-invalid', 'x');
	for (const all of [[results.verified], [{kind: 'failed', error, wasSet: false} as const], []]) {
		assert.ok(!JSON.stringify(changeDocument(report(all), 'set', texts)).includes(key));
	}
});
