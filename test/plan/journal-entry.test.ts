import assert from 'node:assert/strict';
import {test} from 'node:test';
import {journalEntries} from '../../source/plan/journal-entry.ts';
import {line, textOf} from './journal-lines.ts';

test('a line is an entry where all is there that the rest stands on', () => {
	const lines = (['planned', 'begin', 'end', 'seen'] as const).map((event) => line({event}));
	assert.deepEqual(journalEntries(textOf(lines)), lines);
	for (const part of [
		{run: 1},
		{pid: '1'},
		{time: null},
		{region: 7},
		{event: 'closed'},
		{event: ['begin']},
		{group: null},
		{group: ['id', 'name']},
		{group: {id: 'group-1'}},
		{group: {name: 'default'}},
	]) {
		assert.deepEqual(journalEntries(JSON.stringify({...line(), ...part})), [], JSON.stringify(part));
	}

	assert.deepEqual(journalEntries('{"version":1,"run":"cut\n\nnull\n[]\n'), []);
});
