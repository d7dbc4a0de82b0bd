import assert from 'node:assert/strict';
import {test} from 'node:test';
import {describeCommand} from '../../source/shell/run.ts';
import {runChild, secret, shellProgram} from './children.ts';

test('words that no shell changes stand as they are', () => {
	assert.equal(
		describeCommand('ibmcloud', ['ks', 'credential', 'get', '--region=us-south', '-q']),
		'ibmcloud ks credential get --region=us-south -q',
	);
	assert.equal(
		describeCommand('ibmcloud', ['--infrastructure-username=1234567_a.b+c@example.com']),
		'ibmcloud --infrastructure-username=1234567_a.b+c@example.com',
	);
});

test('a secret is a reference that a shell fills in', () => {
	assert.equal(describeCommand('ibmcloud', [{flag: '--key', secret}]), 'ibmcloud --key="$KEY"');
});

test('a shell reads the described command as the arguments that were given', async () => {
	const args = [
		"it's",
		'two words',
		'',
		'$HOME',
		'`id`',
		'~',
		'*',
		'a;b',
		'line\nbreak',
		'"',
		'\\',
		'#x',
		'é',
	];
	const described = describeCommand('print', args);
	const {stdout} = await runChild(
		shellProgram(`print() { for argument in "$@"; do printf '<%s>' "$argument"; done; }; ${described}`),
	);
	assert.equal(stdout, args.map((argument) => `<${argument}>`).join(''));
});
