import assert from 'node:assert/strict';
import {test} from 'node:test';
import {transcriptOf} from '../../../source/ibmcloud/outcomes.ts';
import {failed, printed} from '../samples.ts';

test('a transcript has what was printed, what was said beside it, and how it ended', () => {
	assert.equal(transcriptOf(printed('OK\n\nall of it\n')), 'OK\nall of it\n(exit 0)');
	assert.equal(transcriptOf(failed('FAILED\nno\n', 'half')), 'half\n(stderr)\nFAILED\nno\n(exit 1)');
	assert.equal(transcriptOf({...failed(''), ending: 'killed', exitCode: undefined}), '(exit )');
});
