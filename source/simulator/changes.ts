import type {Cluster, CredentialScope, Services, StoredCredential, User} from './services.ts';
import {cluster as standardCluster, clusterAccount} from './standard.ts';

/** A change that replaces what exists. Defaults: the login's account, the group `default`, the first key. */
export interface ServiceChange {
	/** `username: null` unsets it. */
	readonly credential?: Pick<StoredCredential, 'region' | 'username'> & Partial<StoredCredential>;
	readonly cluster?: Pick<Cluster, 'name'> & Partial<Cluster>;
	readonly user?: {readonly username: string} & Partial<User>;
	/** The id of a session that ends, as an inactivity policy ends it. */
	readonly endedSession?: string;
}

/** What a colleague does: a change, or something with the operator's own login and target. */
export interface ColleagueChange extends ServiceChange {
	/** Ends the session of the configuration directory in use. */
	readonly session?: 'ended';
	/** Targets a group by name, or an account by GUID, in the operator's own configuration. */
	readonly target?: {readonly account?: string; readonly group?: string};
}

/** Returns the services after a change. */
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

/** Returns the credential of a scope; its username is `null` if none is set. */
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
