import {Home, emptyConfiguration} from '../home.ts';
import {operatorDirectory} from '../operator.ts';
import type {Scenario} from '../scenario.ts';
import {expiredRefreshToken, groupFields, logIn, readClaims} from '../token.ts';
import {isMoment} from './moment.ts';

/** Variations of the login and of what is targeted. */
export const sessionScenarios: readonly Scenario[] = [
	{
		name: 'expired-session',
		description:
			'The login is too old to be refreshed: every call that needs it fails until the operator logs in again.',
		configuration: (configuration, world) => ({
			...logIn(configuration, world, world.accounts[0], {
				grantType: 'passcode',
				sessionId: 'C-simulated-expired',
				lifetimeSeconds: -7200,
			}),
			IAMRefreshToken: expiredRefreshToken,
			ResourceGroup: configuration.ResourceGroup,
		}),
	},
	{
		name: 'stale-token',
		description:
			'The access token has expired but can be refreshed: the first call does it silently and rewrites the configuration.',
		configuration: (configuration, world) => ({
			...logIn(configuration, world, world.accounts[0], {
				grantType: 'passcode',
				sessionId: 'C-simulated-stale',
				lifetimeSeconds: -600,
			}),
			ResourceGroup: configuration.ResourceGroup,
		}),
	},
	{
		name: 'logged-out',
		description: 'Nobody is logged in; the region is still there from the last time.',
		configuration: (configuration) => {
			const {IAMToken, IAMRefreshToken, Account, ResourceGroup} = emptyConfiguration();
			return {...configuration, IAMToken, IAMRefreshToken, Account, ResourceGroup};
		},
	},
	{
		name: 'api-key-login',
		description: 'The login was made with an IBM Cloud API key, so the account cannot be switched.',
		configuration: (configuration, world) => ({
			...logIn(configuration, world, world.accounts[0], {
				grantType: 'apikey',
				sessionId: 'C-simulated-apikey',
			}),
			ResourceGroup: configuration.ResourceGroup,
		}),
	},
	{
		name: 'no-group',
		description: 'No resource group is targeted: the service would silently take the default group.',
		configuration: (configuration) => ({...configuration, ResourceGroup: groupFields(undefined)}),
	},
	{
		name: 'private-endpoint',
		description: 'The login uses the private endpoint, where the sl plug-in does not work.',
		configuration: (configuration) => ({
			...configuration,
			APIEndpoint: 'https://private.cloud.ibm.com',
			IsPrivate: true,
		}),
	},
	{
		name: 'session-expires-midway',
		description:
			'The session ends right after the first credential is set, so that the read-back fails until a new login.',
		parameter:
			'the number of calls, or the command, after which the session ends; without one: ks credential set',
		after: (call, parameter) => {
			if (!isMoment(call, 'session-expires-midway', parameter, 'ks credential set')) return;
			const claims = readClaims(call.home.read().IAMToken);
			if (claims !== undefined) call.server.endSession(claims.session_id);
		},
	},
	{
		name: 'target-changes',
		description:
			'Another terminal of the operator targets another resource group right after the first credential is read.',
		parameter:
			'the number of calls, or the command, after which the group changes; without one: ks credential get',
		after: (call, parameter) => {
			if (!isMoment(call, 'target-changes', parameter, 'ks credential get')) return;
			// The operator's own configuration changes, even where this call runs in a private copy.
			const home = new Home(operatorDirectory(call.server.directory) ?? call.home.directory);
			const configuration = home.read();
			const account = call.world.accounts.find((candidate) => candidate.guid === configuration.Account.GUID);
			const other = account?.groups.find((group) => group.id !== configuration.ResourceGroup.GUID);
			if (other !== undefined) home.write({...configuration, ResourceGroup: groupFields(other)});
		},
	},
];
