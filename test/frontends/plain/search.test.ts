import assert from 'node:assert/strict';
import {test} from 'node:test';
import {findOptions} from '../../../source/frontends/plain/search.ts';
import {option} from '../ink/questions.ts';

const options = [
	option('1234567_ada@example.com', ['Ada Lovelace']),
	option('1234567_adalbert@example.com', ['Adalbert Ä. Ångström']),
	option('us-east', ['Washington DC', 'wdc04 tor01'], {keywords: ['Toronto']}),
	option('us-east-2', ['Columbus']),
];

function found(text: string): string[] {
	return findOptions(options, text).map(({label}) => label);
}

test('a name in full comes first, then a column in full, then its beginning', () => {
	assert.deepEqual(found('us-east'), ['us-east', 'us-east-2']);
	assert.deepEqual(found('ada'), ['1234567_ada@example.com', '1234567_adalbert@example.com']);
	assert.deepEqual(found('tor01'), ['us-east']);
	assert.deepEqual(found('toronto'), ['us-east']);
});

test('case, accents and spaces do not count, words may stand apart', () => {
	assert.deepEqual(found('ANGSTROM'), ['1234567_adalbert@example.com']);
	assert.deepEqual(found('lovelace ada'), ['1234567_ada@example.com']);
	assert.deepEqual(found('nobody'), []);
});
