import assert from 'node:assert/strict';
import {test} from 'node:test';
import {regionNames} from '../../../source/ibmcloud/facts/regions.ts';
import {recordedRuns} from '../../../source/plan/recorded-runs.ts';
import {Secret} from '../../../source/secrets/secret.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import type {Context} from '../../../source/wizard/context.ts';
import {groupStep} from '../../../source/wizard/steps/group.ts';
import {listAccountStep} from '../../../source/wizard/steps/list-account.ts';
import {regionStep} from '../../../source/wizard/steps/region.ts';
import {line} from '../../plan/journal-lines.ts';
import {account, defaultGroup, FakeSession, infraGroup, jane, key} from '../../support/fake-session.ts';
import {chosen, contextOf, keysOf, ofKind} from '../contexts.ts';

const fake = new FakeSession();

test('every region that hosts classic clusters, with city and data centers', () => {
	const {options} = ofKind(regionStep.question(contextOf(fake)), 'choose-several');
	assert.deepEqual(
		options.map(({value}) => value),
		['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd', 'all'],
	);
	assert.deepEqual(options[1]?.details, ['Washington DC', 'wdc04 wdc06 wdc07 mon01 tor01']);
	assert.ok(options[2]?.keywords.includes('eu-central') && options[2].keywords.includes('Paris'));
});

test('the targeted region is the default and is highlighted', () => {
	const context = contextOf(fake);
	const question = ofKind(
		regionStep.question({...context, place: {...context.place, region: 'eu-gb'}}),
		'choose-several',
	);
	assert.equal(question.options[question.initial]?.value, 'eu-gb');
	assert.deepEqual(
		question.options.filter(({isDefault}) => isDefault).map(({value}) => value),
		['eu-gb'],
	);
	assert.deepEqual(question.warnings, []);
});

test('a targeted region without classic clusters is said to be left out', () => {
	const context = contextOf(fake);
	const question = regionStep.question({...context, place: {...context.place, region: 'ca-tor'}});
	assert.deepEqual(keysOf(question.warnings), ['region.targetedHasNoClassic']);
});

test('regions that were chosen before are marked again', () => {
	const earlier = {region: {value: ['eu-de', 'au-syd'], source: 'chosen'}} as const;
	const question = ofKind(regionStep.question(contextOf(fake, {earlier})), 'choose-several');
	assert.deepEqual(question.marked, ['eu-de', 'au-syd']);
	assert.equal(question.options[question.initial]?.value, 'eu-de');
});

test('regions are taken once each, in the order of the list; an unknown one is none', () => {
	const take = (...values: readonly string[]): unknown =>
		regionStep.take({kind: 'options', values}, contextOf(fake));
	assert.deepEqual(take('au-syd', 'us-south', 'au-syd'), {value: ['us-south', 'au-syd'], source: 'chosen'});
	assert.equal(take('ca-tor'), undefined);
	assert.equal(take(), undefined);
	assert.equal(englishTexts.say(regionStep.describe(['us-south', 'eu-de'])), 'us-south and eu-de');
});

test('all regions are one row, the last one, and all of them are offered again as that row', () => {
	const context = contextOf(fake);
	const take = (...values: readonly string[]): unknown =>
		regionStep.take({kind: 'options', values}, context)?.value;
	assert.deepEqual(take('all'), regionNames);
	assert.deepEqual(take('eu-de', 'all'), regionNames);
	const earlier = {region: {value: regionNames, source: 'chosen'}} as const;
	const question = ofKind(regionStep.question({...context, earlier}), 'choose-several');
	assert.equal(question.options[question.initial]?.value, 'all');
});

function notesIn(context: Context, region: string): string[] {
	const {options} = ofKind(regionStep.question(context), 'choose-several');
	return (options.find(({value}) => value === region)?.notes ?? []).map((note) => englishTexts.say(note));
}

test('a setup says where there are classic clusters of that group', async () => {
	const own = new FakeSession();
	const cluster = {id: 'c1', name: 'prod', region: 'eu-de', groupId: infraGroup.id} as const;
	own.give('clusters', [
		cluster,
		{...cluster, id: 'c2'},
		{...cluster, id: 'c3', groupId: defaultGroup.id, region: 'us-east'},
		{id: 'c4', name: 'nowhere'},
	]);
	await own.reads.clusters.start();
	const context = contextOf(own, {answers: {group: {value: [infraGroup], source: 'flag'}}});
	assert.deepEqual(notesIn(context, 'eu-de'), ['2 clusters']);
	assert.deepEqual(notesIn(context, 'us-east'), []);
	assert.deepEqual(notesIn({...context, answers: {}}, 'us-east'), ['1 cluster']);
	assert.deepEqual(own.started, ['clusters']);
});

test('an unset says what is set where, from reads that the review shares', async () => {
	const own = new FakeSession();
	own.credentials.set('eu-de group-1', jane.username);
	own.fail('credential jp-tok group-1', 'network');
	const context = contextOf(own, {change: 'unset'});
	assert.equal(ofKind(regionStep.question(context), 'choose-several').loading.state, 'loading');
	const reads = regionStep.reads?.(context) ?? [];
	await Promise.all(reads.map(async (read) => read.start()));
	assert.equal(own.started.length, 7);
	assert.equal(ofKind(regionStep.question(context), 'choose-several').loading.state, 'ready');
	assert.deepEqual(notesIn(context, 'eu-de'), [jane.username]);
	assert.deepEqual(notesIn(context, 'us-east'), ['default: linked account 1234567']);
	assert.deepEqual(notesIn(context, 'jp-tok'), ['could not be read']);
	assert.deepEqual(regionStep.reads?.(contextOf(own)), [], 'a setup reads what is chosen, and no more');
});

test('the regions of the last run are marked; so is where this very pair was set and proven', () => {
	const apiKey = new Secret(key);
	const begun = line({region: 'eu-de', keyFingerprint: apiKey.fingerprint, after: jane.username});
	const recorded = () =>
		recordedRuns([
			begun,
			{...begun, event: 'end', result: 'verified', left: 'known', time: '2026-11-24T10:00:00Z'},
		]);
	const context = contextOf(fake, {recorded});
	assert.deepEqual(notesIn(context, 'eu-de'), ['last time']);
	assert.deepEqual(notesIn(context, 'us-east'), []);
	const answers = {user: chosen(jane), key: {value: apiKey, source: 'typed'}} as const;
	assert.deepEqual(notesIn({...context, answers}, 'eu-de'), ['set from here on 2026-11-24', 'last time']);
	const other = {...answers, key: {value: new Secret('other'), source: 'typed'}} as const;
	assert.deepEqual(notesIn({...context, answers: other}, 'eu-de'), ['last time']);
	assert.deepEqual(notesIn({...context, change: 'unset'}, 'eu-de'), [], 'that was no unset');
	const {marked, initial} = ofKind(regionStep.question(context), 'choose-several');
	assert.deepEqual([marked, initial], [[], 0]);
});

test('the group is asked only where none is targeted', () => {
	const context = contextOf(fake);
	const {group: _none, ...place} = context.place;
	assert.equal(groupStep.isNeeded(context), false);
	assert.equal(groupStep.isNeeded({...context, place}), true);
});

test('groups say which is targeted and which is the default; the targeted one is highlighted', async () => {
	const own = new FakeSession();
	await own.reads.groups.start();
	const context = contextOf(own);
	const question = ofKind(
		groupStep.question({...context, place: {...context.place, group: infraGroup}}),
		'choose-several',
	);
	assert.deepEqual(
		question.options.map(({value, label, notes}) => [value, label, keysOf(notes)]),
		[
			[defaultGroup.id, 'default', ['group.default']],
			[infraGroup.id, 'infra', ['group.targeted']],
		],
	);
	assert.equal(question.initial, 1);
	assert.deepEqual(groupStep.take({kind: 'options', values: [infraGroup.id]}, context), {
		value: [infraGroup],
		source: 'chosen',
	});
	assert.equal(groupStep.take({kind: 'options', values: ['nowhere']}, context), undefined);
});

test('a list of groups that failed can be tried again', async () => {
	const own = new FakeSession();
	own.fail('groups', 'network');
	await own.reads.groups.start();
	const question = groupStep.question(contextOf(own));
	assert.equal(question.actions[0]?.action.kind, 'retry-groups');
});

test('whose users are listed is asked only on request; the targeted account is marked', async () => {
	const other = {id: 'account-2', name: 'Other Account'};
	const own = new FakeSession();
	own.give('accounts', [account, other]);
	await own.reads.accounts.start();
	const context = contextOf(own);
	assert.equal(listAccountStep.isNeeded(context), false);
	const question = ofKind(listAccountStep.question(context), 'choose-one');
	assert.deepEqual(
		question.options.map(({label, notes}) => [label, keysOf(notes)]),
		[
			['Example Account', ['listAccount.targeted']],
			['Other Account', []],
		],
	);
	assert.deepEqual(listAccountStep.take({kind: 'option', value: other.id}, context)?.value, other);
	assert.equal(listAccountStep.take({kind: 'option', value: 'x'}, context), undefined);
});
