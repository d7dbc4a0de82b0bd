import {join} from 'node:path';

import {writeJson} from './files.ts';
import {Home, configurationDirectory, emptyConfiguration} from './home.ts';
import type {Configuration} from './home.ts';
import type {LoginState, Scenario} from './scenarios.ts';
import {demoKey} from './services.ts';
import type {Services} from './services.ts';
import {sampleAnswers, standardServices} from './standard.ts';
import type {SampleAnswers} from './standard.ts';
import type {Store} from './store.ts';
import {expiredRefreshToken, groupFields, logIn} from './token.ts';

/** What a rehearsal needs to know, printed as JSON. */
export interface SeedReport {
	readonly sampleAnswers: SampleAnswers;
	/** Usernames with the key each has or would get first; the first hundred of each account. */
	readonly keys: Readonly<Record<string, string>>;
}

/**
 * Prepares the services and the operator's home for a scenario: `config.json`, plug-ins, state. Not part of the real
 * CLI. The configuration directory is found as the CLI finds it; `.bluemix` is what a fresh installation makes.
 */
export function seed(
	environment: NodeJS.ProcessEnv,
	store: Store,
	{services: changed, login, plugins, faults, sample}: Required<Scenario>,
): SeedReport {
	const services = {...standardServices, ...changed};
	const home = new Home(configurationDirectory(environment));
	home.write(configurationOf(services, login));
	// The real layout of this file is unknown: an empty object stands for it.
	writeJson(join(home.directory, 'plugins', 'config.json'), {});
	for (const plugin of plugins) home.installPlugin(plugin);
	store.begin({configurationDirectory: home.directory, services}, faults);
	const usernames = Object.values(services.users).flatMap((users) =>
		users.slice(0, 100).map(({username}) => username),
	);
	return {
		sampleAnswers: {...sampleAnswers, ...sample},
		keys: Object.fromEntries(usernames.map((username) => [username, demoKey(username)])),
	};
}

function configurationOf(services: Services, login: Partial<LoginState>): Configuration {
	const {isLoggedIn = true, grantType = 'passcode', seconds = 3600, canRefresh = true} = login;
	const {group = 'default', isPrivate = false, locale = ''} = login;
	const [account] = services.accounts;
	const empty = {
		...emptyConfiguration,
		APIEndpoint: `https://${isPrivate ? 'private.' : ''}cloud.ibm.com`,
		IsPrivate: isPrivate,
		Region: 'us-south',
		Locale: locale,
	};
	if (!isLoggedIn) return empty;
	return {
		...logIn(empty, services, account, {grantType, sessionId: 'C-simulated', seconds}),
		ResourceGroup: groupFields(account?.groups.find(({name}) => name === group)),
		...(canRefresh ? {} : {IAMRefreshToken: expiredRefreshToken}),
	};
}
