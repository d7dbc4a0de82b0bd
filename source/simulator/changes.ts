import {Home} from './home.ts';
import type {Change, Credential, Scope, Services, User} from './services.ts';
import {groupFields, logIn, readLogin} from './session.ts';
import {cluster as standardCluster, clusterAccount} from './standard.ts';

/** What somebody else does: a change, or something with the operator's own login and target. */
export interface ColleagueChange extends Change {
	/** Ends the session of the configuration directory that is in use. */
	readonly session?: 'ended';
	/** Targets something else in the operator's own configuration: the name of a group, the GUID of an account. */
	readonly target?: {readonly account?: string; readonly group?: string};
}

/** Gives the services as they are after a change. */
export function withChange(services: Services, {credential, cluster, user, endedSession}: Change): Services {
	const {credentials, clusters, users, endedSessions} = services;
	const place = {account: clusterAccount, group: 'default', key: credential?.username === null ? null : 1};
	const set = credential && {...place, ...credential};
	const same = clusters.find(({name}) => name === cluster?.name);
	return {
		...services,
		credentials: set ? [...credentials.filter((other) => !isSameScope(other, set)), set] : credentials,
		clusters: cluster
			? [...clusters.filter((other) => other !== same), {...standardCluster(cluster), ...same, ...cluster}]
			: clusters,
		users: user ? withUser(users, user) : users,
		endedSessions: endedSession === undefined ? endedSessions : [...endedSessions, endedSession],
	};
}

/** Gives the credential of a scope; its user name is `null` where none is set. */
export function credentialOf({credentials}: Services, scope: Scope): Credential {
	return credentials.find((one) => isSameScope(one, scope)) ?? {...scope, username: null, key: null};
}

/** Targets something else in a configuration directory, as the operator does in another terminal. */
export function changeTarget(
	directory: string,
	services: Services,
	{account: guid, group}: NonNullable<ColleagueChange['target']>,
): void {
	const home = new Home(directory);
	const configuration = home.read();
	const login = readLogin(configuration);
	const account = services.accounts.find((one) => one.guid === (guid ?? configuration.Account.GUID));
	const changed = guid && login ? logIn(configuration, services, account, login) : configuration;
	const ResourceGroup = groupFields(account?.groups.find(({name}) => name === group));
	home.write(group === undefined ? changed : {...changed, ResourceGroup});
}

function withUser(users: Services['users'], change: NonNullable<Change['user']>): Services['users'] {
	const changed = (user: User) => (user.username === change.username ? {...user, ...change} : user);
	return Object.fromEntries(Object.entries(users).map(([number, list]) => [number, list.map(changed)]));
}

function isSameScope(one: Scope, other: Scope): boolean {
	return one.account === other.account && one.group === other.group && one.region === other.region;
}
