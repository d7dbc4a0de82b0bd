import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseArguments, valuesOf, type OptionValues} from '../../source/commands/options.ts';
import type {CommandLine} from '../../source/commands/command.ts';
import {setupOptions, setupSwitches} from '../../source/commands/setup/definitions.ts';
import {englishTexts} from '../../source/text/texts.ts';

const key = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';

function parse(...args: readonly string[]): ReturnType<typeof parseArguments> {
	return parseArguments(
		{name: 'setup', options: setupOptions, operand: {name: 'NAME', words: []}, knownOptions: []},
		args,
	);
}

function given(...args: readonly string[]): CommandLine['given'] {
	const parsed = parse(...args);
	assert.ok(parsed.ok, JSON.stringify(parsed));
	return parsed.value.given;
}

function switches(...args: readonly string[]): OptionValues<typeof setupSwitches> {
	return valuesOf(setupSwitches, given(...args));
}

function reasonOf(...args: readonly string[]): string {
	const parsed = parse(...args);
	assert.ok(!parsed.ok);
	return englishTexts.say(parsed.reason);
}

test('values, with a blank or an equals sign, long or short', () => {
	const args = ['--region', 'us-south', '--region=eu-de', '-g', 'a', '--resource-group', 'b', '-f'];
	assert.deepEqual(given(...args).get('region'), ['us-south', 'eu-de']);
	assert.deepEqual(given(...args).get('resource-group'), ['a', 'b']);
	const values = switches(...args);
	assert.equal(values.force, true);
	assert.equal(values.quiet, false);
	assert.equal(values.output, undefined);
	assert.deepEqual(values['replace-account'], []);
	assert.deepEqual(switches('--replace-account=1', '--replace-account=2')['replace-account'], ['1', '2']);
});

test('a lone dash is a value', () => {
	assert.deepEqual(given('--infrastructure-api-key', '-').get('infrastructure-api-key'), ['-']);
});

test('a switch with an implied value takes another one behind an equals sign', () => {
	assert.equal(switches('--demo').demo, 'standard');
	assert.equal(switches('--demo=german').demo, 'german');
	const parsed = parse('--demo', 'german');
	assert.deepEqual(parsed.ok && parsed.value.operands, ['german']);
});

test('an unknown option suggests the near one', () => {
	assert.equal(reasonOf('--regoin', 'us-south'), "There is no option '--regoin'. Did you mean '--region'?");
	assert.match(reasonOf('--infrastructure-api-kee=x'), /'--infrastructure-api-key'\?$/);
	assert.equal(reasonOf('-x'), "There is no option '-x'.");
});

test('a missing value, and a value that nobody asked for', () => {
	assert.match(reasonOf('--region'), /^The option '--region' needs a value: '--region REGION'/);
	assert.match(reasonOf('--infrastructure-username', '-x'), /joined with '='/);
	assert.equal(reasonOf('--force=yes'), "The option '--force' takes no value.");
});

test('no reason repeats a value: it may be a key that was meant for another place', () => {
	const wrong = [
		[`--force=${key}`],
		[`--region`, `-${key}`],
		[`--region`, `--${key}`],
		[`-${key}`],
		[`--7${key.slice(1)}`],
		[`--_${key}=x`],
		[`--apikey=${key}`],
		[`--apikey`, key],
		[`--infrastructure-api-key${key}`],
		[`--infrastructure-api-key`, `--${key}`],
	];
	for (const args of wrong) {
		const reason = reasonOf(...args);
		assert.ok(!reason.includes(key) && !reason.includes(key.slice(1)), reason);
	}
});

test('what comes after two dashes is an operand', () => {
	const parsed = parse('--force', '--', '--region');
	assert.deepEqual(parsed.ok && parsed.value.operands, ['--region']);
});

test('a value outside the known ones is refused, in whatever case the known ones are written', () => {
	const options = [{name: 'output', placeholder: 'json', values: ['json'], description: ''}];
	assert.equal(parseArguments({name: '', options, knownOptions: []}, ['--output', 'JSON']).ok, true);
	const refused = parseArguments({name: '', options, knownOptions: []}, ['--output=xml']);
	assert.ok(!refused.ok);
	assert.deepEqual(refused.reason, {key: 'usage.oneOf', values: {name: 'output', values: ['json']}});
});

test('an empty value is none: it must not pass for an option that was left out', () => {
	const options = [
		{name: 'resource-group', short: 'g', placeholder: 'NAME', isRepeatable: true, description: ''},
		{name: 'expect', placeholder: 'USERNAME|none', description: ''},
	];
	for (const args of [['-g', 'a', '-g', ''], ['-g', ' '], ['--resource-group='], ['--expect', '']]) {
		const refused = parseArguments({name: '', options, knownOptions: []}, args);
		assert.equal(refused.ok ? '' : refused.reason.key, 'usage.needsValue', args.join(' '));
	}
});
