import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {DescribedCommand} from '../../source/commands/command.ts';
import {commands} from '../../source/commands/list.ts';
import {hostAnswers, pluginMetadata} from '../../source/commands/plugin.ts';

const metadata = JSON.parse(hostAnswers.SendMetadata()) as ReturnType<typeof pluginMetadata>;

test('all that the host requires is there', () => {
	assert.equal(metadata.Name, 'classic-credentials');
	assert.deepEqual(pluginMetadata('1.2.3-beta.4', []).Version, {Major: 1, Minor: 2, Build: 3});
	assert.ok(metadata.MinCliVersion.Major >= 2);
	assert.equal(metadata.Namespaces.length, 1);
	assert.deepEqual(
		metadata.Commands.map(({Namespace, Name}) => `${Namespace} ${Name}`),
		['setup', 'status', 'unset', 'doctor', 'history'].map((name) => `classic-credentials ${name}`),
	);
});

// The rules of the validator in IBM's SDK (from source: `plugin/plugin_metadata_validator.go`).
for (const {Namespace, Name, Description, Usage, Flags} of metadata.Commands) {
	test(`${Name}: IBM’s validator has nothing to say`, () => {
		assert.match(Name, /^[a-z]{2,}$/);
		assert.match(Description, /^[A-Z]/);
		// It warns above fifteen; IBM's guide asks for fewer than ten.
		assert.ok(Description.split(' ').length < 10, Description);
		assert.doesNotMatch(Description, /^(?:this command|plugin to|commands to|this plugin|this is)/i);
		if (Name.endsWith('s')) {
			assert.match(Description, /list|show|display|view|retrieve|get|all|multiple/i);
		}

		assert.doesNotMatch(Usage, /\[(?:arguments|options)\.{0,3}\]/i);
		const words = Usage.replaceAll(/-[a-z]\s+|--[a-z][a-z-]*/gi, '').match(/\b[a-z][a-z_-]+\b/g) ?? [];
		assert.deepEqual(words, ['ibmcloud', Namespace, Name]);
		for (const [open = '', close = ''] of ['[]', '()', '<>', '{}']) {
			assert.equal(Usage.split(open).length, Usage.split(close).length);
		}

		for (const flag of Flags) {
			assert.match(flag.Name, /^(?:[a-z],)?[a-z][a-z-]+$/);
			assert.match(flag.Description, /^[A-Z].*\.$/);
		}
	});
}

test('a new option appears in usage and flags, as --help has it', () => {
	const command: DescribedCommand = {
		name: 'setup',
		summary: 'Set it',
		options: [
			{name: 'new', short: 'n', placeholder: 'a|B', isRepeatable: true, description: 'New.'},
			{name: 'play', implied: 'standard', description: 'Play.'},
		],
	};
	const [described] = pluginMetadata('1.0.0', [command]).Commands;
	assert.equal(
		described?.Usage,
		'ibmcloud classic-credentials setup [-n, --new A|B ...] [--play[=SCENARIO]]',
	);
	assert.deepEqual(described.Flags, [
		{Name: 'n,new', Description: 'New.', HasValue: true, Hidden: false},
		{Name: 'play', Description: 'Play.', HasValue: false, Hidden: false},
	]);
	for (const {Name, Flags} of metadata.Commands) {
		const options = commands.find(({name}) => name === Name)?.options ?? [];
		assert.deepEqual(
			Flags.map((flag) => flag.Name.replace(/^.,/, '')),
			options.map(({name}) => name),
		);
	}
});

test('what is completed: commands, options, and the values that are known', () => {
	const complete = (...words: readonly string[]) =>
		hostAnswers.SendCompletion(words).split('\n').slice(0, -1);
	assert.deepEqual(complete('s'), ['setup', 'status']);
	assert.deepEqual(complete('classic-credentials', 's'), ['setup', 'status']);
	assert.deepEqual(complete('ibmcloud', 'classic-credentials', 'd'), ['doctor']);
	assert.deepEqual(complete(), ['setup', 'status', 'unset', 'doctor', 'history']);
	assert.deepEqual(complete('setup', '--via', ''), ['cli', 'api']);
	assert.deepEqual(complete('setup', '--infra'), ['--infrastructure-username', '--infrastructure-api-key']);
	assert.deepEqual(complete('nothing', ''), []);
	// Answered like the scripts of `completion`, without the host’s own commands and file names.
	assert.deepEqual(complete('setup', '--forc'), ['--force']);
	assert.deepEqual(complete('setup', '--force', '--forc'), []);
	assert.deepEqual(complete('-q', ''), ['setup', 'status', 'unset', 'doctor', 'history']);
	assert.deepEqual(complete('setup', '--via=c'), ['--via=cli']);
	assert.deepEqual(complete('status', '--expect', ''), ['none']);
	for (const words of [['setup', '-g', ''], ['--report', 'x'], ['--report=x'], ['--from=@x'], ['hel']]) {
		assert.deepEqual(complete(...words), [], words.join(' '));
	}
});
