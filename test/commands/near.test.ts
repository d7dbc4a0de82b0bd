import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCommandLine} from '../../source/commands/command-line.ts';
import {helpText} from '../../source/commands/help/layout.ts';
import {commandNames as names, commands} from '../../source/commands/list.ts';
import {unknownCommand, unknownOption} from '../../source/commands/near.ts';
import {setupOptions} from '../../source/commands/setup/definitions.ts';
import {englishTexts} from '../../source/text/texts.ts';

const ofCommand = (word: string): string => englishTexts.say(unknownCommand(word, names));
const ofOption = (name: string): string =>
	englishTexts.say(unknownOption(name, {name: 'setup', options: setupOptions, knownOptions: []}));

test('what is near is suggested, and nothing that is far', () => {
	assert.match(ofCommand('statsu'), /Did you mean 'status'\?/);
	assert.match(ofCommand('doc'), /Did you mean 'doctor'\?/);
	assert.match(ofOption('--dryrun'), /Did you mean '--dry-run'\?/);
	assert.match(ofOption('--infra'), /There is no option '--infra'\.$/);
	for (const far of ['--no-such', '--bogus', '--x']) {
		assert.doesNotMatch(ofOption(far), /Did you mean/, far);
	}
});

test('what changes more than a slip of the finger should is never suggested', () => {
	for (const name of ['--forse', '--no-pair-chek', '--replace-acount', '--replace']) {
		assert.doesNotMatch(ofOption(name), /Did you mean/, name);
	}

	for (const word of ['unse', 'unsett', 'uns', 'reset']) {
		assert.doesNotMatch(ofCommand(word), /Did you mean/, word);
	}
});

test('what people try has an answer of its own', () => {
	assert.match(ofOption('--key'), /--infrastructure-api-key @FILE/);
	assert.match(ofOption('--json'), /--output json/);
	assert.match(ofOption('--user'), /--infrastructure-username USERNAME/);
	assert.match(ofOption('--yes'), /--dry-run/);
	assert.match(ofOption('--where-set'), /status --all/);
	assert.match(ofCommand('rotate'), /setup --where-set/);
	assert.match(ofCommand('list'), /classic-credentials status/);
	assert.match(ofCommand('undo'), /history' shows each change with the command that restores/);
});

test('options may stand before the command; the value of an option is none', () => {
	const command = (...argv: readonly string[]): string | undefined => readCommandLine(argv).command?.name;
	assert.equal(command('-q', 'status'), 'status');
	assert.equal(command('--region', 'us-south', 'unset', '-f'), 'unset');
	assert.equal(command('-g', 'status'), 'setup');
	assert.equal(command('--output=json', 'doctor'), 'doctor');
	assert.equal(command('--demo', 'history'), 'history');
	assert.equal(command('--', 'status'), 'setup');
	assert.equal(command('--key', 'abc'), 'setup');
	assert.equal(command('--bogus', 'status'), 'status');
	assert.equal(command('nonsense'), undefined);
	assert.deepEqual(readCommandLine(['-q', 'status', '--all']).args, ['-q', '--all']);
});

test('help fits every window, and has all of what is said in each', () => {
	for (const command of commands) {
		const words = (columns: number): string => helpText(command, columns).replaceAll(/[\s\\]+/g, ' ');
		for (const columns of [40, 60, 80, 120]) {
			const wide = helpText(command, columns)
				.split('\n')
				.filter((line) => line.length > columns && line.trim().includes(' '));
			assert.deepEqual(wide, [], `${command.name} ${columns}`);
			assert.equal(words(columns), words(Infinity));
		}
	}
});

test('setup has at most 22 options', () => {
	assert.ok(setupOptions.length <= 22, String(setupOptions.length));
});
