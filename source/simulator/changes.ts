import type {Cluster, CredentialScope, Services, StoredCredential, User} from './services.ts';
import {cluster as standardCluster, clusterAccount} from './standard.ts';

/**
 * Something that happens to the services. Where nothing else is said the account is that of the login, the
 * resource group `default`, and the key the user's first one. What exists is replaced.
 */
export interface ServiceChange {
	/** `username: null` unsets it. */
	readonly credential?: Pick<StoredCredential, 'region' | 'username'> & Partial<StoredCredential>;
	readonly cluster?: Pick<Cluster, 'name'> & Partial<Cluster>;
	/** Changes a user, for example its key. */
	readonly user?: {readonly username: string} & Partial<User>;
	/** The number of a session that ends, as a policy on inactivity ends it. */
	readonly endedSession?: string;
}

/** What somebody else does: a change, or something with the operator's own login and target. */
export interface ColleagueChange extends ServiceChange {
	/** Ends the session of the configuration directory that is in use. */
	readonly session?: 'ended';
	/** Targets a group by its name, or an account by its GUID, in the operator's own configuration. */
	readonly target?: {readonly account?: string; readonly group?: string};
}

/** Gives the services as they are after a change. */
export function withChange(services: Services, change: ServiceChange): Services {
	const {credential, cluster, user, endedSession} = change;
	const {credentials, clusters, users, endedSessions} = services;
	const key = credential?.username === null ? null : 1;
	const set = credential && {account: clusterAccount, group: 'default', key, ...credential};
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
export function credentialOf({credentials}: Services, scope: CredentialScope): StoredCredential {
	return credentials.find((one) => isSameScope(one, scope)) ?? {...scope, username: null, key: null};
}

function withUser(users: Services['users'], change: NonNullable<ServiceChange['user']>): Services['users'] {
	const changed = (user: User) => (user.username === change.username ? {...user, ...change} : user);
	return Object.fromEntries(Object.entries(users).map(([number, list]) => [number, list.map(changed)]));
}

function isSameScope(one: CredentialScope, other: CredentialScope): boolean {
	return one.account === other.account && one.group === other.group && one.region === other.region;
}
