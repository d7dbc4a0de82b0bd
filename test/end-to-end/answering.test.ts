import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
	chooseByFilter,
	chooseEntry,
	giveKey,
	sampleUser as user,
	toKey,
	toRegion,
	toReview,
} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {credential, testScenarios} from '../support/scenarios.ts';

test('a slip of the finger is said at once, and taken by a second Enter', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await terminal.waitFor('Which infrastructure user');
	terminal.type('lovlace');
	terminal.press('enter');
	await terminal.waitFor('Press Enter again to use it as typed.');
	terminal.press('enter');
	await terminal.waitFor('API key of lovlace?');
	terminal.press('escape');
	await terminal.waitFor('Which infrastructure user');
	terminal.type('7654321_zoe@acme.example');
	terminal.press('enter');
	await terminal.waitFor('API key of 7654321_zoe@acme.example?');
});

test('a username of a flag is taken as it is, with a warning on the review', async () => {
	using sandbox = new Sandbox();
	const key = sandbox.write('key', sandbox.keyOf(user));
	const given = ['--infrastructure-username', 'lovlace', '--infrastructure-api-key', `@${key}`];
	const {exitCode, stdout} = await sandbox.run([
		...given,
		'--region',
		'us-south',
		'--dry-run',
		'--no-pair-check',
	]);
	assert.equal(exitCode, 0);
	assert.match(stdout, /“lovlace” does not look like an infrastructure username/u);
});

test('what stands around a pasted key is taken out and said; what looks wrong is said and taken', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await toKey(terminal);
	const key = sandbox.keyOf(user);
	terminal.paste(`export IAAS_CLASSIC_API_KEY="${key}"\n`);
	await terminal.waitFor('taken out: the quotes around it');
	assert.match(
		terminal.text(),
		/❯ 64 characters[\s\S]*taken out: 1 line break[\s\S]*taken out: the name and the =/,
	);
	terminal.press('ctrl-u');
	terminal.paste(key.slice(0, 40));
	await terminal.waitFor('Only 40 characters.');
	terminal.press('enter');
	await terminal.waitFor('In which region?');
	assert.ok(!terminal.everything().includes(key.slice(20, 40)));
});

test('who does not have the key is told who can see it and what a new one ends', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await toKey(terminal);
	await chooseEntry(terminal, 'I do not have this key');
	await terminal.waitFor('Where do you get the API key');
	assert.match(
		terminal.text(),
		/sl user detail \d+ --keys[\s\S]*sl user apikey \d+ --refresh[\s\S]*--where-set/,
	);
	terminal.press('enter');
	await giveKey(terminal, sandbox.keyOf(user));
	await terminal.waitFor('In which region?');
});

test('a rehearsal needs no key: Enter takes the sample, in line mode, too', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--demo']);
	await toKey(terminal);
	await terminal.waitFor('Enter takes the sample key');
	terminal.press('enter');
	await terminal.waitFor('In which region?');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	assert.equal((await terminal.waitForExit()).exitCode, 0);

	await using line = await sandbox.open(['--demo', '--accessible', '--infrastructure-username', user]);
	await line.waitFor('Enter takes the sample key):');
	line.press('enter');
	await line.waitFor('In which region?');
});

test('the row of all regions sets each of them', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await toRegion(terminal, {key: sandbox.keyOf(user)});
	assert.match(terminal.text(), /◯ All regions/u, 'it is in sight');
	await chooseEntry(terminal, '◯ All regions');
	await terminal.waitFor(/Show the rest|❯ Apply/);
	assert.equal(
		new Set(sandbox.callsOf('ks', 'credential', 'get').map(({arguments: words}) => words.join(' '))).size,
		7,
	);
	terminal.press('ctrl-c');
	await terminal.waitForExit();

	await using line = await sandbox.open(['unset', '--accessible']);
	await line.waitFor(/8\. All regions[\s\S]*: ?$/);
	line.type('all');
	line.press('enter');
	await line.waitFor('7 scopes');
});

test('an unset shows who is set where, and reads each of them once', async () => {
	using sandbox = new Sandbox({services: {credentials: [credential(user, 'eu-de')]}});
	await using terminal = await sandbox.open(['unset']);
	await terminal.waitFor(/eu-de .*1234567_infra\.admin@example\.com/);
	assert.match(terminal.text(), /❯ . us-south .*default: linked account 1234567/u);
	assert.doesNotMatch(terminal.text(), /eu-gb .*@/u);
	await chooseByFilter(terminal, 'eu-de');
	await terminal.waitFor('❯ Remove the credential');
	const reads = sandbox.callsOf('ks', 'credential', 'get').map(({arguments: words}) => words.join(' '));
	assert.equal(reads.length, 7);
	assert.equal(new Set(reads).size, 7);
});

test('where no group is targeted it is asked first, so that the regions can say what is set in it', async () => {
	using sandbox = new Sandbox({
		...testScenarios['no-group'],
		services: {credentials: [{...credential(user, 'eu-gb'), group: 'infra'}, credential(user, 'eu-de')]},
	});
	await using terminal = await sandbox.open(['unset']);
	await terminal.waitFor('In which resource group?');
	await chooseByFilter(terminal, 'infra');
	await terminal.waitFor(/eu-gb .*1234567_infra\.admin@example\.com/);
	assert.doesNotMatch(terminal.text(), /eu-de .*@/u);
	assert.equal(sandbox.callsOf('ks', 'credential', 'get').length, 7);
});

test('what was done last from here is marked, and the same pair is set again all the same', async () => {
	using sandbox = new Sandbox();
	{
		await using terminal = await sandbox.open(['--region', 'eu-gb']);
		await toKey(terminal);
		await giveKey(terminal, sandbox.keyOf(user));
		await terminal.waitFor('❯ Apply');
		terminal.press('enter');
		assert.equal((await terminal.waitForExit()).exitCode, 0);
	}

	await using terminal = await sandbox.open();
	await terminal.waitFor(/1234567_infra\.admin.*last time/);
	assert.doesNotMatch(terminal.text(), /❯ 1234567_infra\.admin/, 'nothing is preselected');
	await toRegion(terminal, {key: sandbox.keyOf(user)});
	await terminal.waitFor(/eu-gb.*set from here on \d{4}-\d\d-\d\d, last time/);
	assert.doesNotMatch(terminal.text(), /❯ . eu-gb/u);
	await chooseByFilter(terminal, 'eu-gb');
	await terminal.waitFor('❯ Apply');
	assert.match(terminal.text(), /Same user and key, set from here on \d{4}-\d\d-\d\d: it will be set again/);
});

test('Quit asks before answers are lost; who goes back has them all', async () => {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open();
	await toReview(terminal, {key: sandbox.keyOf(user)});
	terminal.press('up', 'enter');
	await terminal.waitFor('Quit and lose your answers?');
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	terminal.press('up', 'enter');
	await terminal.waitFor('Quit and lose your answers?');
	terminal.press('down', 'enter');
	const {exitCode} = await terminal.waitForExit();
	assert.equal(exitCode, 1);
	assert.match(terminal.text(), /Quit\. Nothing was changed\./);
});
