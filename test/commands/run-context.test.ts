import assert from 'node:assert/strict';
import path from 'node:path';
import {writeFileSync} from 'node:fs';
import {test} from 'node:test';
import {applyDependencies, createRunContext, type RunContext} from '../../source/commands/run-context.ts';
import {byHand} from '../../source/plan/by-hand.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {configurationOf, ScriptedCli} from '../ibmcloud/scripted-cli.ts';
import {plan, planned} from '../plan/plans.ts';
import {scratchDirectory} from '../support/scratch.ts';

const scratch = scratchDirectory();
const scope = {region: 'us-south', group: {id: 'group-1', name: 'name of group-1'}} as const;
const record = async (): Promise<{ok: true; value: undefined}> => ({ok: true, value: undefined});
let made = 0;

function stage(): {cli: ScriptedCli; context: RunContext} {
	const cli = new ScriptedCli(path.join(scratch, String(made++)));
	const context = createRunContext({
		environment: cli.environment,
		homeDirectory: cli.home,
		program: {kind: 'found', program: {path: cli.program, leading: []}},
		privateDirectories: path.join(cli.directory, 'copies'),
		concurrency: 4,
		readsViaApi: false,
		checkPair: async () => ({kind: 'valid'}),
	});
	return {cli, context};
}

test('the target is what the configuration file says at that moment', async () => {
	const {cli, context} = stage();
	const tools = applyDependencies(context, record);
	const expected = {account: {id: 'account-1', name: 'name of account-1'}, group: scope.group};
	assert.deepEqual(await tools.target(scope), expected);
	writeFileSync(cli.configurationFile, configurationOf('group-1', 'account-2'));
	assert.deepEqual(await tools.target(scope), {
		...expected,
		account: {id: 'account-2', name: 'name of account-2'},
	});
	assert.deepEqual(cli.calls(), []);
});

test('a group that is not targeted any more is a change: the CLI would take the default one', async () => {
	const {cli, context} = stage();
	const tools = applyDependencies(context, record);
	await tools.target(scope);
	writeFileSync(cli.configurationFile, configurationOf(''));
	assert.deepEqual((await tools.target(scope))?.group, {id: '', name: '-'});
});

test('switching the account takes the group along, and is a change of the account', async () => {
	const {cli, context} = stage();
	const tools = applyDependencies(context, record);
	await tools.target(scope);
	writeFileSync(cli.configurationFile, configurationOf('', 'account-2'));
	assert.equal((await tools.target(scope))?.account.id, 'account-2');
});

test('a file that cannot be read says nothing', async () => {
	const {cli, context} = stage();
	const tools = applyDependencies(context, record);
	writeFileSync(cli.configurationFile, 'no JSON');
	assert.equal(await tools.target(scope), undefined);
});

test('the commands of the review are those that run, with the key as a reference', async () => {
	const {cli, context} = stage();
	const tools = applyDependencies(context, record);
	const username = '1234567_jane@example.com';
	const pair = {username, apiKey: new Secret('k-e-y'), mayBeChecked: true, isChecked: false};
	const change = {kind: 'set', pair} as const;
	const review = plan([planned({scope, change})], {targetedGroup: scope.group.name});
	const {signal} = new AbortController();
	await tools.write(scope, change, review, signal);
	await tools.read(scope, username, signal);
	await tools.permissions(scope, signal);
	assert.deepEqual(
		cli.commands().map((command) => `ibmcloud ${command.replace(' --output json', '')}`),
		byHand(review, review.scopes)
			.flatMap((block) => block.split(' && '))
			.map((command) => command.replace('"$KEY"', 'k-e-y')),
	);
});
