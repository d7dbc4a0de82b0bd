import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {CommandNotice} from '../../source/shell/adapter.ts';
import {englishTexts} from '../../source/text/texts.ts';
import {explainedSession, noticeMessage} from '../../source/wizard/explained.ts';
import {FakeSession} from '../support/fake-session.ts';
import {give, settled} from '../support/session-moves.ts';

function notice(command: string, more: Partial<CommandNotice> = {}): CommandNotice {
	return {command, durationMs: 1234, ending: 'exited', exitCode: 0, ...more};
}

test('commands stand in the record in the order in which they ended, between what is decided', async () => {
	let tell: (notice: CommandNotice) => void = () => {};
	const session = explainedSession(new FakeSession().start(), (observer) => {
		tell = observer;
	});
	tell(notice('ibmcloud version'));
	await settled();
	const checks = session.view().record.length - 1;
	assert.ok(checks > 0);
	assert.equal(session.view().record[0]?.state, 'command');
	tell(notice('ibmcloud target'));
	give.user(session);
	tell(notice('ibmcloud resource groups'));

	const states = session.view().record.map(({state}) => state === 'command');
	assert.deepEqual(states, [true, ...Array.from({length: checks}, () => false), true, false, true]);
	const ids = session.view().record.map(({id}) => id);
	assert.equal(new Set(ids).size, ids.length);
});

test('the record only grows, each line is told once, and the view is the same until something changes', async () => {
	let tell: (notice: CommandNotice) => void = () => {};
	let changes = 0;
	const session = explainedSession(new FakeSession().start(), (observer) => {
		tell = observer;
	});
	await settled();
	session.subscribe(() => changes++);
	const before = session.view();
	assert.equal(session.view(), before);
	tell(notice('ibmcloud version'));
	assert.equal(changes, 1);
	assert.notEqual(session.view(), before);
	assert.deepEqual(session.view().record.slice(0, before.record.length), before.record);
});

test('nothing comes after the end', async () => {
	let tell: (notice: CommandNotice) => void = () => {};
	const session = explainedSession(new FakeSession().start(), (observer) => {
		tell = observer;
	});
	await settled();
	session.leave();
	await session.ended;
	const {record} = session.view();
	tell(notice('ibmcloud version'));
	assert.deepEqual(session.view().record, record);
});

test('a command is said with its duration, and how it ended where that is not well', () => {
	const said = (more: Partial<CommandNotice>): string =>
		englishTexts.say(noticeMessage(notice('ibmcloud x', more)));
	assert.equal(said({}), 'ibmcloud x: 1.2 s');
	assert.equal(said({exitCode: 1}), 'ibmcloud x: exit status 1, 1.2 s');
	assert.equal(said({ending: 'timed-out', exitCode: undefined}), 'ibmcloud x: ended early, 1.2 s');
});
