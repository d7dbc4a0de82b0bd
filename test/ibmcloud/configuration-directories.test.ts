import assert from 'node:assert/strict';
import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {ConfigurationDirectories} from '../../source/ibmcloud/configuration-directories.ts';
import type {ConfigurationDirectory, Outcome} from '../../source/ibmcloud/types.ts';
import type {Environment} from '../../source/shell/environment.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {configurationOf, ScriptedCli} from './scripted-cli.ts';

const scratch = scratchDirectory();
let made = 0;

interface Stage {
	readonly cli: ScriptedCli;
	readonly directories: ConfigurationDirectories;
	readonly copies: string;
}

function stage(options: {ignoresHome?: boolean; environment?: Environment} = {}): Stage {
	const cli = new ScriptedCli(path.join(scratch, String(made++)), options);
	const environment = {...cli.environment, ...options.environment};
	const copies = path.join(cli.directory, 'copies');
	const directories = new ConfigurationDirectories({
		client: cli.client(environment),
		environment,
		homeDirectory: cli.home,
		copiesDirectory: copies,
		targetedGroup: () => undefined,
	});
	return {cli, directories, copies};
}

const targeted = {id: 'group-1', name: 'name of group-1'};
const other = {id: 'group-2', name: 'name of group-2'};

function valueOf(outcome: Outcome<ConfigurationDirectory>): ConfigurationDirectory {
	assert.ok(outcome.ok, JSON.stringify(outcome));
	return outcome.value;
}

function namesIn(directory: string): string[] {
	return existsSync(directory) ? readdirSync(directory) : [];
}

test('the targeted group is served from the operator’s own configuration: nothing is copied or started', async () => {
	const {cli, directories, copies} = stage();
	assert.equal(valueOf(await directories.forGroup(targeted)), directories.operators);
	assert.equal(directories.operators.configurationFile, cli.configurationFile);
	assert.deepEqual(cli.calls(), []);
	assert.deepEqual(namesIn(copies), []);
});

test('another group is served from a private copy in which it is targeted, and that was probed', async () => {
	const {cli, directories} = stage();
	const before = readFileSync(cli.configurationFile);
	const directory = valueOf(await directories.forGroup(other));
	assert.deepEqual(cli.commands(), ['target -g name of group-2', 'target --output json']);
	for (const {environment} of cli.calls()) {
		assert.equal(environment['IBMCLOUD_HOME'], directory.environment['IBMCLOUD_HOME']);
	}

	assert.match(readFileSync(directory.configurationFile, 'utf8'), /"GUID":"group-2"/);
	assert.deepEqual(readFileSync(cli.configurationFile), before);
});

test('with IBMCLOUD_CONFIG_HOME and BLUEMIX_HOME exported the copy is used all the same', async () => {
	const directory = path.join(scratch, 'exported');
	mkdirSync(directory);
	writeFileSync(path.join(directory, 'config.json'), configurationOf());
	const before = readFileSync(path.join(directory, 'config.json'));
	const {cli, directories} = stage({environment: {IBMCLOUD_CONFIG_HOME: directory, BLUEMIX_HOME: directory}});
	assert.equal(directories.operators.configurationFile, path.join(directory, 'config.json'));
	valueOf(await directories.forGroup(other));
	for (const {environment} of cli.calls()) {
		assert.ok(!('IBMCLOUD_CONFIG_HOME' in environment) && !('BLUEMIX_HOME' in environment));
	}

	assert.deepEqual(readFileSync(path.join(directory, 'config.json')), before);
});

test('a group has one copy, however often it is asked for', async () => {
	const {cli, directories, copies} = stage();
	const [first, second] = await Promise.all([directories.forGroup(other), directories.forGroup(other)]);
	assert.equal(valueOf(first), valueOf(second));
	assert.equal(valueOf(await directories.forGroup(other)), valueOf(first));
	assert.equal(cli.calls().length, 2);
	assert.equal(namesIn(copies).length, 1);
});

test('another account is served from a private copy too', async () => {
	const {cli, directories} = stage();
	const before = readFileSync(cli.configurationFile);
	const directory = valueOf(await directories.forAccount({id: 'account-2', name: 'x'}));
	assert.deepEqual(cli.commands(), ['target -c account-2', 'target --output json']);
	assert.match(readFileSync(directory.configurationFile, 'utf8'), /"GUID":"account-2"/);
	assert.deepEqual(readFileSync(cli.configurationFile), before);
});

test('a CLI that does not read the copy is refused, and the copy is removed', async () => {
	const {cli, directories, copies} = stage();
	const answer = {account: {guid: 'account-1', name: 'x'}, resource_group: {guid: 'group-1', name: 'x'}};
	cli.answer('target', {stdout: JSON.stringify(answer)});
	const outcome = await directories.forGroup(other);
	assert.equal(!outcome.ok && outcome.error.kind, 'copy-refused');
	assert.deepEqual(namesIn(copies), []);
});

test('a CLI that answers as it should, but changed the operator’s own target, is refused', async () => {
	const {cli, directories, copies} = stage({ignoresHome: true});
	const outcome = await directories.forGroup(other);
	assert.equal(!outcome.ok && outcome.error.kind, 'copy-refused');
	assert.match(readFileSync(cli.configurationFile, 'utf8'), /"GUID":"group-2"/);
	assert.deepEqual(namesIn(copies), []);
});

test('a group that the CLI does not know by its name is targeted by its id', async () => {
	const {cli, directories} = stage();
	valueOf(await directories.forGroup({id: 'unnamed', name: 'name of unnamed'}));
	assert.deepEqual(cli.commands(), [
		'target -g name of unnamed',
		'target -g unnamed',
		'target --output json',
	]);
});

test('where the group cannot be targeted the CLI’s own error is given, and the next who asks tries again', async () => {
	const {cli, directories, copies} = stage();
	cli.answer('target', {stderr: 'FAILED\nResource group not found', exitCode: 1});
	const outcome = await directories.forGroup(other);
	assert.ok(!outcome.ok);
	assert.match(outcome.error.words, /Resource group not found/);
	assert.deepEqual(namesIn(copies), []);
	const calls = cli.calls().length;
	await directories.forGroup(other);
	assert.ok(cli.calls().length > calls);
});

test('a token that is about to end is refreshed in the operator’s own configuration before it is copied', async () => {
	const {cli, directories} = stage();
	writeFileSync(cli.configurationFile, configurationOf('group-1', 'account-1', 120));
	valueOf(await directories.forGroup(other));
	assert.deepEqual(cli.commands(), [
		'resource groups --output json',
		'target -g name of group-2',
		'target --output json',
	]);
	assert.ok(!('IBMCLOUD_HOME' in (cli.calls()[0]?.environment ?? {})));
});

test('a group that was the targeted one stays in the own configuration when another terminal targets another', async () => {
	const {cli, directories} = stage();
	valueOf(await directories.forGroup(targeted));
	writeFileSync(cli.configurationFile, configurationOf('group-9'));
	assert.equal(valueOf(await directories.forGroup(targeted)), directories.operators);
});

test('a group that has a copy keeps it when another terminal targets that group', async () => {
	const {cli, directories} = stage();
	const directory = valueOf(await directories.forGroup(other));
	writeFileSync(cli.configurationFile, configurationOf('group-2'));
	assert.equal(valueOf(await directories.forGroup(other)), directory);
});

test('where the file names no group, the one that `target` named is the own one', async () => {
	const {cli} = stage();
	writeFileSync(cli.configurationFile, configurationOf(''));
	const directories = new ConfigurationDirectories({
		client: cli.client(),
		environment: cli.environment,
		homeDirectory: cli.home,
		copiesDirectory: path.join(cli.directory, 'copies'),
		targetedGroup: () => targeted,
	});
	assert.equal(valueOf(await directories.forGroup(targeted)), directories.operators);
});

test('after a login a group is served from a new copy, which holds what the operator has now', async () => {
	const {directories, copies} = stage();
	const before = valueOf(await directories.forGroup(other));
	directories.renew();
	assert.deepEqual(namesIn(copies), []);
	const after = valueOf(await directories.forGroup(other));
	assert.notEqual(after.name, before.name);
	assert.ok(existsSync(after.configurationFile));
});

test('removing all leaves nothing behind, also of a copy that is just being made', async () => {
	const {directories, copies} = stage();
	valueOf(await directories.forGroup(other));
	const making = directories.forGroup({id: 'group-3', name: 'name of group-3'});
	directories.removeAll();
	assert.equal((await making).ok, false);
	assert.deepEqual(namesIn(copies), []);
});
