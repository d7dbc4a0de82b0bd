import assert from 'node:assert/strict';
import {test} from 'node:test';
import {transcript} from '../../source/ibmcloud/outcomes.ts';
import {failed, printed} from './samples.ts';

test('a transcript has what was printed, what was said beside it, and how it ended', () => {
	assert.deepEqual(transcript(printed('OK\n\nall of it\n'), 'c'), {
		ok: true,
		value: 'OK\nall of it\n(exit 0)',
	});
	assert.deepEqual(transcript(failed('FAILED\nno\n', 'half'), 'c'), {
		ok: true,
		value: 'half\n(stderr)\nFAILED\nno\n(exit 1)',
	});
	assert.deepEqual(transcript({...failed(''), ending: 'killed', exitCode: undefined}, 'c'), {
		ok: false,
		error: {kind: 'killed', words: '', command: 'c'},
	});
});
