import type {Scenario} from '../scenario.ts';
import {accountScenarios} from './account.ts';
import {credentialScenarios} from './credential.ts';
import {faultScenarios} from './faults.ts';
import {sessionScenarios} from './session.ts';
import {userScenarios} from './users.ts';

/** All scenarios; the first is what happens without a choice. */
export const scenarios: readonly Scenario[] = [
	{
		name: 'standard',
		description:
			'An account with nine users, three resource groups, two classic clusters and one credential already set in eu-de.',
	},
	{
		name: 'no-plugins',
		description: 'Neither the container-service nor the sl plug-in is installed.',
		plugins: [],
	},
	{
		name: 'no-sl',
		description: 'The sl plug-in is not installed, so no users can be listed.',
		plugins: ['container-service'],
	},
	...sessionScenarios,
	...accountScenarios,
	...userScenarios,
	...credentialScenarios,
	...faultScenarios,
];
