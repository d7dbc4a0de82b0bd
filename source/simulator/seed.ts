import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';

import {Home, configurationDirectory, emptyConfiguration} from './home.ts';
import type {PluginName} from './home.ts';
import {rememberOperatorDirectory} from './operator.ts';
import type {ActiveScenario} from './scenario.ts';
import {groupFields, logIn} from './token.ts';
import {sampleAnswers, type SampleAnswers} from './standard-world.ts';
import {demoKey} from './world.ts';
import type {World} from './world.ts';

/** What the seed did and what a rehearsal needs to know, printed as JSON. */
export interface SeedReport {
	readonly configurationDirectory: string;
	readonly stateDirectory: string;
	readonly scenarios: readonly string[];
	readonly sampleAnswers: SampleAnswers;
	/** Usernames with the key each has or would get first; the first hundred of each account. */
	readonly keys: Readonly<Record<string, string>>;
}

/**
 * Prepares the operator's home for the scenarios: `config.json`, plug-ins, state directory. Not part of the real CLI.
 * The configuration directory is found as the CLI finds it; `.bluemix` is what a fresh installation makes.
 */
export function seed(
	environment: NodeJS.ProcessEnv,
	stateDirectory: string,
	world: World,
	active: readonly ActiveScenario[],
): SeedReport {
	const directory = configurationDirectory(environment);
	mkdirSync(directory, {recursive: true, mode: 0o700});
	mkdirSync(stateDirectory, {recursive: true, mode: 0o700});
	const home = new Home(directory);
	const account = world.accounts[0];
	const standard = {
		...logIn({...emptyConfiguration(), Region: 'us-south'}, world, account, {
			grantType: 'passcode',
			sessionId: 'C-simulated',
		}),
		ResourceGroup: groupFields(account?.groups.find((group) => group.isDefault)),
	};
	home.write(
		active.reduce(
			(configuration, {scenario}) => scenario.configuration?.(configuration, world) ?? configuration,
			standard,
		),
	);
	const plugins = active.reduce<readonly PluginName[]>(
		(chosen, {scenario}) => scenario.plugins ?? chosen,
		['container-service', 'sl'],
	);
	for (const plugin of plugins) home.installPlugin(plugin);
	mkdirSync(join(directory, 'plugins'), {recursive: true, mode: 0o700});
	// The real layout of this file is unknown: an empty object stands for it.
	writeFileSync(join(directory, 'plugins', 'config.json'), '{}\n', {mode: 0o600});
	rememberOperatorDirectory(stateDirectory, directory);
	return {
		configurationDirectory: directory,
		stateDirectory,
		scenarios: active.map(({scenario}) => scenario.name),
		sampleAnswers: active.reduce<SampleAnswers>(
			(sample, {scenario}) => ({...sample, ...scenario.sample}),
			sampleAnswers,
		),
		keys: Object.fromEntries(
			world.classicAccounts.flatMap(({users}) =>
				users.slice(0, 100).map(({username}) => [username, demoKey(username)]),
			),
		),
	};
}
