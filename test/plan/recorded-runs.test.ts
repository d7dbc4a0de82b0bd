import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {JournalEntry} from '../../source/plan/journal-entry.ts';
import {recordedRuns, unfinishedAmong, unfinishedIn} from '../../source/plan/recorded-runs.ts';
import {line} from './journal-lines.ts';

/** Region and event of what a run left open; undefined if it left nothing. */
function openIn(...lines: readonly JournalEntry[]): string[] | undefined {
	const [run] = recordedRuns(lines);
	assert.ok(run);
	return unfinishedIn(run)?.open.map(({region, event}) => `${event} ${region}`);
}

function end(result: NonNullable<JournalEntry['result']>, left?: JournalEntry['left']): JournalEntry {
	return line({event: 'end', result, ...(left === undefined ? {} : {left})});
}

test('a change that was begun and has no end is open', () => {
	assert.deepEqual(openIn(line()), ['begin us-south']);
});

test('an end that says what is set closes its scope', () => {
	assert.equal(openIn(line(), end('verified', 'known')), undefined);
	assert.equal(openIn(line(), end('differs', 'known')), undefined);
});

test('an end that does not say what is set closes nothing', () => {
	assert.deepEqual(openIn(line(), end('unknown', 'unknown')), ['begin us-south']);
	assert.deepEqual(openIn(line(), end('failed', 'unknown')), ['begin us-south']);
});

test('an end of another scope closes nothing', () => {
	const elsewhere = line({event: 'end', result: 'verified', left: 'known', region: 'eu-de'});
	const group = line({
		event: 'end',
		result: 'verified',
		left: 'known',
		group: {id: 'group-2', name: 'default'},
	});
	assert.deepEqual(openIn(line(), elsewhere), ['begin us-south']);
	assert.deepEqual(openIn(line(), group), ['begin us-south']);
});

test('an end of another run closes nothing', () => {
	const [first, second] = recordedRuns([
		line(),
		line({run: 'later'}),
		line({run: 'later', event: 'end', result: 'verified', left: 'known'}),
	]);
	assert.ok(first && second);
	assert.equal(unfinishedIn(first)?.run, 'run');
	assert.equal(unfinishedIn(second), undefined);
	assert.equal(unfinishedAmong([...second.entries, ...first.entries])?.run, 'run');
});

test('that nothing was written by a second attempt says nothing of the first one', () => {
	assert.deepEqual(openIn(line(), end('unknown', 'unknown'), line(), end('not-started', 'untouched')), [
		'begin us-south',
	]);
});

test('a second attempt that says what is set closes the scope', () => {
	assert.equal(openIn(line(), end('failed', 'unknown'), end('verified', 'known')), undefined);
});

test('a scope that is known stays so, and one to which nothing was written is reported like one that was planned', () => {
	const lost = line({region: 'eu-de'});
	const untouched = end('not-started', 'untouched');
	assert.deepEqual(openIn(lost, line(), end('verified', 'known'), line(), untouched), ['begin eu-de']);
	assert.deepEqual(openIn(lost, line(), untouched), ['begin eu-de', 'planned us-south']);
});

test('what a run has ended is reported with what it left open', () => {
	const verified = end('verified', 'known');
	const stopped = line({event: 'end', result: 'not-started', left: 'untouched', region: 'au-syd'});
	const [run] = recordedRuns([line({region: 'eu-de'}), line(), verified, stopped]);
	assert.ok(run);
	assert.deepEqual(unfinishedIn(run)?.ended, [verified]);
});

test('what was planned and not begun is reported with what was begun', () => {
	const planned = [line({event: 'planned'}), line({event: 'planned', region: 'eu-de'})];
	assert.deepEqual(openIn(...planned, line()), ['begin us-south', 'planned eu-de']);
});

test('a run that was stopped in order and said so left nothing open', () => {
	const stopped = line({event: 'end', result: 'not-started', left: 'untouched', region: 'eu-de'});
	const planned = [line({event: 'planned'}), line({event: 'planned', region: 'eu-de'})];
	assert.equal(openIn(...planned, line(), end('verified', 'known'), stopped), undefined);
	assert.deepEqual(openIn(...planned, line(), stopped), ['begin us-south', 'planned eu-de']);
});

test('a run that the operator has been told of is open no more', () => {
	assert.equal(openIn(line(), line({event: 'seen'})), undefined);
});

test('the ends of versions before, which wrote only how it ended', () => {
	assert.equal(openIn(line(), end('verified')), undefined);
	assert.equal(openIn(line(), end('failed')), undefined);
	assert.deepEqual(openIn(line(), end('unknown')), ['begin us-south']);
	const elsewhere = line({region: 'eu-de'});
	assert.deepEqual(openIn(elsewhere, line(), end('not-started')), ['begin eu-de', 'planned us-south']);
	assert.deepEqual(openIn(elsewhere, line(), end('verified')), ['begin eu-de']);
});

test('an end without a beginning is a change of its own, and that the operator was told is none', () => {
	const [run] = recordedRuns([
		line(),
		end('failed', 'unknown'),
		end('verified', 'known'),
		line({event: 'seen'}),
	]);
	assert.deepEqual(
		run?.changes.map(({entry, end: last}) => [entry.event, last?.result]),
		[
			['begin', 'failed'],
			['end', 'verified'],
		],
	);
});

test('each attempt is a change of its own, a plan and its beginning are one', () => {
	const [run] = recordedRuns([
		line({event: 'planned'}),
		line(),
		end('failed', 'unknown'),
		line(),
		end('verified', 'known'),
	]);
	assert.deepEqual(
		run?.changes.map(({entry, end: last}) => [entry.event, last?.result]),
		[
			['begin', 'failed'],
			['begin', 'verified'],
		],
	);
});
