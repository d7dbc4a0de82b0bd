import {
	ConfigurationDirectory,
	configurationDirectory,
	emptyConfiguration,
} from './configuration-directory.ts';
import type {Scenario} from './scenarios.ts';
import {demoKey} from './services.ts';
import {groupFields, logIn} from './session.ts';
import {sampleAnswers, standardServices, type SampleAnswers} from './standard.ts';
import type {Store} from './store.ts';

/**
 * Prepares services and the operator's configuration directory for a scenario.
 *
 * @returns what a rehearsal answers by itself, and the first key of the first hundred users of each account.
 */
export function seed(
	environment: NodeJS.ProcessEnv,
	store: Store,
	scenario: Required<Scenario>,
): {readonly sampleAnswers: SampleAnswers; readonly keys: Readonly<Record<string, string>>} {
	const services = {...standardServices, ...scenario.services};
	const [account] = services.accounts;
	const directory = new ConfigurationDirectory(configurationDirectory(environment));
	const login = {grantType: 'passcode', sessionId: 'C-simulated', ...scenario.login} as const;
	directory.write({
		...logIn({...emptyConfiguration, Region: 'us-south'}, services, account, login),
		ResourceGroup: groupFields(account?.groups.find(({isDefault}) => isDefault)),
		...scenario.configuration,
	});
	for (const plugin of scenario.plugins) {
		directory.installPlugin(plugin);
	}

	store.begin({operatorDirectory: directory.directory, services}, scenario.faults);
	const users = Object.values(services.users).flatMap((list) => list.slice(0, 100));
	return {
		sampleAnswers: {...sampleAnswers, ...scenario.sample},
		keys: Object.fromEntries(users.map(({username}) => [username, demoKey(username)])),
	};
}
