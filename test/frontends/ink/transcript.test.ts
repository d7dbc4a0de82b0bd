import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Transcript} from '../../../source/frontends/ink/transcript.ts';
import {noticeLine} from '../../../source/frontends/lines/notice-line.ts';
import {plainLine} from '../../../source/frontends/lines/print.ts';
import type {CommandNotice} from '../../../source/shell/adapter.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import {FakeSession} from '../../support/fake-session.ts';
import {give, settled} from '../../support/session-moves.ts';

function notice(command: string, more: Partial<CommandNotice> = {}): CommandNotice {
	return {command, durationMs: 1234, ending: 'exited', exitCode: 0, ...more};
}

test('commands stand in the transcript in the order in which they ended, between what is decided', async () => {
	const session = new FakeSession().start();
	const transcript = new Transcript(englishTexts, () => 80);
	session.subscribe(() => {
		transcript.take(session.view());
	});
	transcript.explain(notice('ibmcloud version'));
	await settled();
	const checks = transcript.lines.get().length - 1;
	assert.ok(checks > 0);
	transcript.explain(notice('ibmcloud target'));
	give.user(session);
	transcript.explain(notice('ibmcloud resource groups'));
	const isCommand = transcript.lines.get().map((line) => plainLine(line).startsWith('  ibmcloud'));
	assert.deepEqual(isCommand, [true, ...Array.from({length: checks}, () => false), true, false, true]);
});

test('nothing comes after the end, which is told once', async () => {
	const session = new FakeSession().start();
	const transcript = new Transcript(englishTexts, () => 80);
	session.leave();
	await session.ended;
	transcript.take(session.view());
	const lines = transcript.lines.get();
	assert.match(lines.map(plainLine).join('\n'), /Nothing was changed/);
	transcript.take(session.view());
	transcript.explain(notice('ibmcloud version'));
	assert.equal(transcript.lines.get(), lines);
});

test('a command is said with its duration, and how it ended where that is not well', () => {
	const said = (more: Partial<CommandNotice>): string =>
		plainLine(noticeLine(notice('ibmcloud x', more), englishTexts, 0));
	assert.equal(said({}), 'ibmcloud x: 1.2 s');
	assert.equal(said({exitCode: 1}), 'ibmcloud x: exit status 1, 1.2 s');
	assert.equal(said({ending: 'timed-out', exitCode: undefined}), 'ibmcloud x: stopped early, 1.2 s');
});
