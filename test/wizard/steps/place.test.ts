import assert from 'node:assert/strict';
import {test} from 'node:test';
import {englishTexts} from '../../../source/text/texts.ts';
import {groupStep} from '../../../source/wizard/steps/group.ts';
import {listAccountStep} from '../../../source/wizard/steps/list-account.ts';
import {regionStep} from '../../../source/wizard/steps/region.ts';
import {account, defaultGroup, FakeSession, infraGroup} from '../../support/fake-session.ts';
import {contextOf, keysOf, ofKind} from '../contexts.ts';

const fake = new FakeSession();

test('the seven regions that host classic clusters, with city and data centres', () => {
	const {options} = ofKind(regionStep.question(contextOf(fake)), 'choose-several');
	assert.deepEqual(
		options.map(({value}) => value),
		['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd'],
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
