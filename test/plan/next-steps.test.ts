import assert from 'node:assert/strict';
import {test} from 'node:test';
import {commandsFor, restoreCommands, resumeCommands} from '../../source/plan/own-commands.ts';
import {nextSteps, type NextSteps} from '../../source/plan/next-steps.ts';
import {recordedRuns} from '../../source/plan/recorded-runs.ts';
import type {Plan, PlannedScope, ScopeProgress} from '../../source/plan/plan.ts';
import {line} from './journal-lines.ts';
import {cluster, ended, failure, pair, plan, planned, results, set, username} from './plans.ts';

const old = '7654321_jane@example.com';
const infra = {id: 'group-2', name: "it's infra"} as const;
const {verified, notProven, removed, differs, failed, unknown, notCurrent, notStarted} = results;
const unset = {change: {kind: 'unset'}, before: set(username), effect: 'other-user'} as const;
const unreachable = {kind: 'failed', error: failure('copy-refused').error, wasSet: false} as const;

function at(region: PlannedScope['scope']['region'], group: PlannedScope['scope']['group'] = infra) {
	return {scope: {region, group}};
}

function steps(scopes: readonly ScopeProgress[], more: Partial<Plan> = {}): NextSteps {
	const all = plan(
		scopes.map((scope) => scope.planned),
		{targetedGroup: 'default', ...more},
	);
	return nextSteps(all, {scopes, keyReference: {kind: 'flag', value: '@key.txt'}});
}

test('of several users each command names the key of its own, or asks for it', () => {
	const references = new Map([[username, {kind: 'flag', value: '@key.txt'} as const]]);
	const other = {change: {kind: 'set', pair: pair({username: 'IBM123456'})}, ...at('eu-de')} as const;
	const scopes = [ended(failed, at('us-south')), ended(failed, other)];
	const all = plan(
		scopes.map((scope) => scope.planned),
		{targetedGroup: 'default'},
	);
	const {finish} = nextSteps(all, {scopes, keyReference: {kind: 'by-user', references}});
	assert.deepEqual(
		finish.map((command) => /infrastructure-api-key=(\S+)/u.exec(command)?.[1]),
		['@key.txt', '-'],
	);
});

test('what the API has left open is finished by the API', () => {
	assert.match(steps([ended(unknown)], {writer: 'api'}).finish.join('\n'), /--via=api/u);
});

test('what is done leaves nothing to finish', () => {
	const {finish, byHand, look} = steps([ended(verified), ended(notProven), ended(removed, unset)]);
	assert.deepEqual([finish, byHand, look], [[], [], []]);
});

test('what is not done is finished by one command for each group, with the key from where it came', () => {
	const {finish} = steps([
		ended(failed),
		ended(notStarted, at('us-east')),
		ended(verified, at('eu-gb')),
		ended(failed, at('eu-de')),
		{planned: planned(at('jp-tok')), state: {kind: 'pending'}},
	]);
	assert.deepEqual(finish, [
		`classic-credentials setup --infrastructure-username=${username} --infrastructure-api-key=@key.txt ` +
			'--region=us-south --resource-group=default --force',
		`classic-credentials setup --infrastructure-username=${username} --infrastructure-api-key=@key.txt ` +
			String.raw`--region=us-east --region=eu-de --region=jp-tok '--resource-group=it'\''s infra' --force`,
	]);
});

test('scopes of one group with another change have a command of their own', () => {
	const {finish} = steps([
		ended(failed),
		ended(failed, {change: {kind: 'set', pair: pair({username: old})}}),
		ended(failed, unset),
	]);
	assert.deepEqual(
		finish.map((command) => command.split(' ').slice(1, 3).join(' ')),
		[
			`setup --infrastructure-username=${username}`,
			`setup --infrastructure-username=${old}`,
			'unset --region=us-south',
		],
	);
});

test('a command says again what the first one said', () => {
	const unchecked = {change: {kind: 'set', pair: pair({mayBeChecked: false})}} as const;
	const said = (more: Partial<Plan>): string => steps([ended(failed, unchecked)], more).finish.join('\n');
	assert.match(said({}), / --no-pair-check --region/u);
	assert.doesNotMatch(said({}), /--via|--if-current|--replace-account/u);
	assert.match(said({writer: 'api'}), / --via=api --no-pair-check --region/u);
	assert.match(said({onlyIfCurrent: null}), / --if-current=none /u);
	assert.match(said({onlyIfCurrent: old}), new RegExp(` --if-current=${old} `, 'u'));
	assert.equal(
		steps([ended(failed, unset)]).finish.join('\n'),
		'classic-credentials unset --region=us-south --resource-group=default --force',
	);
	assert.doesNotMatch(steps([ended(failed)]).finish.join('\n'), /--no-pair-check/u);
});

test('what the API declined is finished by the command: it would decline again', () => {
	for (const kind of ['api-declined', 'api-wants-refresh-token'] as const) {
		const declined = {kind: 'failed', error: failure(kind).error, wasSet: false} as const;
		const {finish} = steps([ended(failed), ended(declined, at('us-east'))], {writer: 'api'});
		assert.equal(finish.length, 2);
		assert.ok(
			finish.every((command) => command.includes(' --via=cli ')),
			kind,
		);
	}
});

test('a key from the environment stands in no command', () => {
	const commands = commandsFor(plan([planned()]), [planned()], {kind: 'environment'});
	assert.deepEqual(commands, [
		`classic-credentials setup --infrastructure-username=${username} --region=us-south --resource-group=default --force`,
	]);
});

test('a command that takes control from another account names it', () => {
	const taken = {effect: 'other-account', before: set(old), clusters: [cluster]} as const;
	assert.match(steps([ended(failed, taken)]).finish.join('\n'), / --replace-account=7654321 --region/u);
});

test('what was left alone on purpose is not finished, and no command of ours reaches what a copy cannot', () => {
	const {finish, byHand} = steps([ended(notCurrent), ended(unreachable, at('us-east'))]);
	assert.deepEqual(finish, []);
	assert.equal(byHand.length, 1);
	assert.match(byHand.join('\n'), /^ibmcloud target -g 'it'.*--region=us-east/u);
});

test('what was set where none was is removed to undo it', () => {
	const {undo, undoNeedsKeyOf} = steps([ended(verified), ended(failed, at('us-east'))]);
	assert.deepEqual(undo, ['classic-credentials unset --region=us-south --resource-group=default --force']);
	assert.deepEqual(undoNeedsKeyOf, []);
});

test('who was replaced is set again to undo it, with a key that only its owner has', () => {
	const replaced = {before: set('1234567_zoe'), effect: 'other-user'} as const;
	const {undo, undoNeedsKeyOf} = steps([
		ended(verified, replaced),
		ended(notProven, {...replaced, ...at('us-east', planned().scope.group)}),
	]);
	assert.deepEqual(undo, [
		'classic-credentials setup --infrastructure-username=1234567_zoe --infrastructure-api-key=- ' +
			'--region=us-south --region=us-east --resource-group=default --force',
	]);
	assert.deepEqual(undoNeedsKeyOf, ['1234567_zoe']);
});

test('what a read shows to be somebody else’s is not undone: that would be their change', () => {
	const replaced = {before: set('1234567_zoe'), effect: 'other-user'} as const;
	const {undo, undoNeedsKeyOf} = steps([
		ended(differs, {...replaced, ...at('us-east')}),
		ended(differs, at('eu-de')),
	]);
	assert.deepEqual([undo, undoNeedsKeyOf], [[], []]);
});

test('a renewed key cannot be undone by command, but its user is named', () => {
	const {undo, undoNeedsKeyOf} = steps([ended(verified, {before: set(username), effect: 'rotation'})]);
	assert.deepEqual([undo, undoNeedsKeyOf], [[], [username]]);
});

test('undoing a set after which another account is in force names the user, whom the next run will ask for', () => {
	assert.deepEqual(steps([ended(results.otherAccount)]).undo, [
		`classic-credentials unset --replace-account=${username} --region=us-south --resource-group=default --force`,
	]);
});

test('undoing a change of account takes control back, and names who loses it then', () => {
	const undone = (more: Partial<PlannedScope>, about: Partial<Plan> = {}): string =>
		steps([ended(verified, {effect: 'other-account', before: set(old), ...more})], about).undo.join('\n');
	const {account: _unknown, ...nameless} = pair({username: 'IBM278444'});
	assert.match(undone({}), /=7654321_jane@example\.com .* --replace-account=1234567 /u);
	assert.match(undone({change: {kind: 'set', pair: nameless}}), / --replace-account=IBM278444 /u);
	assert.match(undone({change: {kind: 'unset'}}, {linkedAccount: '1111111'}), / --replace-account=1111111 /u);
	assert.doesNotMatch(undone({change: {kind: 'unset'}}, {linkedAccount: null}), /--replace-account/u);
	assert.doesNotMatch(undone({effect: 'other-user'}), /--replace-account/u);
});

test('what was there and could not be read is not put back by guessing', () => {
	const {undo, undoNeedsKeyOf} = steps([
		ended(unknown, {before: failure('network')}),
		ended(unknown, {...unset, before: failure('network')}),
	]);
	assert.deepEqual(undo, []);
	assert.deepEqual(undoNeedsKeyOf, []);
});

test('a whole command looks where it is not known what is set', () => {
	const {look} = steps([
		ended(unknown, at('us-east')),
		ended(verified),
		{planned: planned(), state: {kind: 'setting', startedAt: 0}},
	]);
	assert.deepEqual(look, [
		String.raw`classic-credentials status --region=us-east '--resource-group=it'\''s infra'`,
	]);
});

test('a rehearsal leaves nothing to be run for real', () => {
	const scopes = [ended(failed), ended(unknown), ended(unreachable)];
	const keyReference = {kind: 'environment'} as const;
	const nothing = {finish: [], byHand: [], undo: [], undoNeedsKeyOf: [], look: []};
	assert.deepEqual(nextSteps(plan([]), {scopes, keyReference, isDemo: true}), nothing);
	assert.notDeepEqual(nextSteps(plan([]), {scopes, keyReference, isDemo: false}), nothing);
});

test('what a run left that died is finished by one command for each change and group, which asks', () => {
	const open = [
		line(),
		line({region: 'us-east'}),
		line({region: 'eu-de', group: infra}),
		line({region: 'eu-gb', change: 'unset', after: null}),
	] as const;
	assert.deepEqual(resumeCommands({run: 'run', time: '', open, ended: []}), [
		`classic-credentials setup --infrastructure-username=${username} --region=us-south --region=us-east --resource-group=default`,
		String.raw`classic-credentials setup --infrastructure-username=${username} --region=eu-de '--resource-group=it'\''s infra'`,
		'classic-credentials unset --region=eu-gb --resource-group=default',
	]);
});

test('what a run has replaced can be put back while nothing came after it, and asks for the key', () => {
	const changes = (
		region: 'us-south' | 'eu-de',
		before: string | null,
		left: 'known' | 'untouched',
		more = {},
	) =>
		recordedRuns([
			line({region, before, after: username}),
			line({event: 'end', region, before, after: username, result: 'verified', left, ...more}),
		]).flatMap((run) => run.changes);
	assert.deepEqual(
		restoreCommands([...changes('us-south', old, 'known'), ...changes('eu-de', null, 'known')], []),
		[
			`classic-credentials setup --infrastructure-username=${old} --region=us-south --resource-group=default`,
			'classic-credentials unset --region=eu-de --resource-group=default',
		],
	);
	const replaced = changes('us-south', old, 'known');
	assert.deepEqual(restoreCommands(replaced, changes('us-south', username, 'known')), []);
	assert.deepEqual(restoreCommands(changes('us-south', old, 'untouched'), []), []);
	assert.deepEqual(restoreCommands(changes('us-south', username, 'known'), []), []);
	const theirs = {result: 'differs', found: '1234567_zoe'} as const;
	assert.deepEqual(restoreCommands(changes('us-south', old, 'known', theirs), []), []);
});
