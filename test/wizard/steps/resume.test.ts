import assert from 'node:assert/strict';
import {test} from 'node:test';
import {unfinishedAmong} from '../../../source/plan/recorded-runs.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import type {Context} from '../../../source/wizard/context.ts';
import {scopesOf} from '../../../source/wizard/review/scopes.ts';
import {resumeStep} from '../../../source/wizard/steps/resume.ts';
import {line} from '../../plan/journal-lines.ts';
import {FakeSession} from '../../support/fake-session.ts';
import {contextOf, ofKind} from '../contexts.ts';

function contextWith(change: Context['change']): Context {
	const unfinished = unfinishedAmong([line({event: 'begin', time: '2026-11-26T05:42:51.911Z'})]);
	return contextOf(new FakeSession(), {unfinished, change});
}

test('when the run started is said as everywhere', () => {
	const [when] = resumeStep.question(contextWith('set')).hints;
	assert.match(englishTexts.say(when ?? {key: 'value.none'}), /started at 2026-11-26 05:42 UTC/);
});

test('that the key will be asked is promised before it is, and of a setup alone', () => {
	const label = (change: Context['change']): string => {
		const {options} = ofKind(resumeStep.question(contextWith(change)), 'choose-one');
		const finish = options[0]?.title;
		return finish === undefined ? '' : englishTexts.say(finish);
	};
	assert.match(label('set'), /asked for the key/);
	assert.doesNotMatch(label('unset'), /key/);
	const answer = englishTexts.say(resumeStep.describe('finish'));
	assert.equal(answer, 'Finish the remaining scopes');
});

test('finishing a run that died reviews what it left open, not every region with every group', () => {
	const infra = {id: 'group-2', name: 'infra'};
	const unfinished = unfinishedAmong([
		line({event: 'begin', region: 'us-south'}),
		line({event: 'begin', region: 'eu-de', group: infra}),
	]);
	assert.ok(unfinished);
	const context = contextOf(new FakeSession(), {unfinished});
	const answers = resumeStep.seeds?.('finish', context) ?? {};
	const resume = {value: 'finish', source: 'chosen'} as const;
	const found = scopesOf({...context, answers: {...answers, resume}});
	assert.ok(found.kind === 'known');
	assert.deepEqual(
		found.scopes.map(({region, group}) => `${region} ${group.id}`),
		unfinished.open.map(({region, group}) => `${region} ${group.id}`),
	);
});
