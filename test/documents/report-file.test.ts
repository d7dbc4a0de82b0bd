import assert from 'node:assert/strict';
import {test} from 'node:test';
import {reportMarkdown, type ReportFacts} from '../../source/documents/report-file.ts';
import type {Plan, ScopeProgress} from '../../source/plan/plan.ts';
import {statusOfScopes} from '../../source/plan/status.ts';
import {englishTexts, loadTexts} from '../../source/text/texts.ts';
import type {Report} from '../../source/wizard/view.ts';
import {cluster, ended, plan, planned, report, results, set, username} from '../plan/plans.ts';

const facts: ReportFacts = {
	startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
	endedAt: Date.UTC(2026, 0, 2, 3, 5, 6),
	change: 'set',
};

function reportOf(scopes: readonly ScopeProgress[], more: Partial<Report> = {}): Report {
	return report(scopes, {
		plan: plan(scopes.map(({planned: each}) => each)),
		operator: 'op@example.com',
		keyReference: {kind: 'flag', value: '-'},
		exitStatus: statusOfScopes(scopes),
		...more,
	});
}

test('who, where, before, after, and proven how', () => {
	const scope: ScopeProgress = {
		...ended(results.verified),
		planned: planned({before: set('1234567_old@example.com'), clusters: [cluster]}),
	};
	const text = reportMarkdown(reportOf([scope]), facts, englishTexts);
	assert.match(
		text,
		/^# Change: set a classic infrastructure credential\n\n\*\*Verified: the credential is set\.\*\*/,
	);
	assert.match(text, /\| Who \| op@example\.com \|/);
	assert.match(text, /\| When \(UTC\) \| 2026-01-02 03:04:05 - 2026-01-02 03:05:06 \|/);
	assert.match(text, /\| Account \| Example Account \(account-1\) \|/);
	assert.match(text, /\| Fingerprint of the key \| [\da-f]{8} \|/);
	assert.ok(
		text.includes(`| us-south | default | 1234567_old@example.com | ${username} | prod-dal | verified`),
		text,
	);
	assert.match(
		text,
		/- us-south \/ default\n {2}- Before: 1234567_old@example\.com\n {2}- The classic API accepted the pair before/,
	);
	assert.match(text, /```sh\n#!\/bin\/sh\n/);
});

test('no key, whatever the result', () => {
	for (const result of Object.values(results)) {
		const text = reportMarkdown(reportOf([ended(result)]), facts, englishTexts);
		assert.ok(!text.includes('made-up-key'), result.kind);
	}
});

test('what is left to do stands there where something is', () => {
	const text = reportMarkdown(
		reportOf([ended(results.verified), ended(results.failed)]),
		facts,
		englishTexts,
	);
	assert.match(text, /## To finish the rest\n\n```sh\nclassic-credentials setup /);
	assert.doesNotMatch(
		reportMarkdown(reportOf([ended(results.verified)]), facts, englishTexts),
		/finish the rest/,
	);
});

test('a rehearsal leaves nothing that could be run for real', () => {
	const rehearsed = reportOf([ended(results.failed)], {isDemo: true});
	assert.doesNotMatch(reportMarkdown(rehearsed, facts, englishTexts), /finish the rest/);
});

test('a run that changed nothing says so, and one that is not done where the reason stands', () => {
	const nothing = reportOf([], {outcome: 'quit', plan: undefined, isDemo: true, exitStatus: 1});
	const text = reportMarkdown(nothing, facts, englishTexts);
	assert.match(text, /> A rehearsal/);
	assert.match(text, /\*\*Quit\. Nothing was changed\.\*\*/);
	assert.doesNotMatch(text, /## /);
	const failed = reportMarkdown(reportOf([ended(results.failed)]), facts, englishTexts);
	assert.match(failed, /\*\*Not done: see below for the reason\.\*\*/);
});

test('names that look like Markdown or HTML are text', () => {
	const hostile = '`x` | <img src=y> **z**\n# heading [a](b) ```';
	const evil: Plan = plan([planned({scope: {region: 'us-south', group: {id: 'g', name: hostile}}})], {
		account: {id: 'a', name: hostile},
	});
	const text = reportMarkdown(reportOf([], {plan: evil, outcome: 'dry-run'}), facts, englishTexts);
	const [before = '', script = ''] = text.split('\n````sh\n');
	assert.ok(script.endsWith('\n````\n'), text);
	assert.doesNotMatch(before, /(?<!\\)[<`]|^# heading/m);
	assert.match(before, /\| Account \| \\`x\\` \\\| \\<img src=y\\> \\\*\\\*z\\\*\\\* # heading/);
});

test('it is written in the language of the run', async () => {
	const text = reportMarkdown(reportOf([ended(results.verified)]), facts, await loadTexts('de'));
	assert.match(text, /^# Änderung: Berechtigungsnachweis der klassischen Infrastruktur setzen/);
	assert.match(text, /\| Wer \| op@example\.com \|/);
});
