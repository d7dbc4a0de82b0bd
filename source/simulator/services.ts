import {createHash} from 'node:crypto';

/** A row of the classic account's users. */
export interface User {
	readonly id: number;
	readonly username: string;
	readonly displayName: string;
	readonly email: string;
	readonly status: 'Active' | 'Disabled' | 'Pending';
	/** Which key the user has: 1 is the first one ever, 0 is none. */
	readonly key: number;
	readonly twoFactor?: boolean;
	readonly vpn?: boolean;
	readonly isMaster?: boolean;
}

/** A resource group of an IBM Cloud account. */
export interface ResourceGroup {
	readonly id: string;
	readonly name: string;
	readonly isDefault: boolean;
}

/** An IBM Cloud account; `classicNumber` is the linked classic account, where one is linked. */
export interface Account {
	readonly guid: string;
	readonly name: string;
	readonly owner: string;
	readonly classicNumber?: string;
	readonly groups: readonly ResourceGroup[];
}

/** Where a credential belongs: the GUID of an account, the name of one of its groups, a region. */
export interface Scope {
	readonly account: string;
	readonly group: string;
	readonly region: string;
}

/** What the service keeps for a scope. The key itself is not kept, only which one of the user's it was. */
export interface Credential extends Scope {
	/** `null` where none is set. */
	readonly username: string | null;
	/** As `User.key`; `null` is a key that was not the user's. */
	readonly key: number | null;
}

/** A classic cluster. `region` is written as the JSON of the real CLI may write it, legacy names included. */
export interface Cluster extends Scope {
	readonly id: string;
	readonly name: string;
	readonly dataCenter: string;
	readonly location: string;
	readonly workerCount: number;
	readonly state: string;
	readonly createdDate: string;
	/** The infrastructure user it was made with; only where a pair was set by hand (inferred). */
	readonly apiUser?: string;
}

/** An infrastructure permission that nobody but the master user has, by the label that the CLI prints. */
export interface MissingPermission {
	readonly label: string;
	readonly area: 'virtual' | 'physical' | 'network' | 'storage';
	readonly level: 'required' | 'suggested';
}

/** Everything that exists behind the simulated CLI. */
export interface Services {
	readonly operator: {readonly name: string; readonly email: string};
	readonly accounts: readonly Account[];
	/** By the number of the classic account. */
	readonly users: Readonly<Record<string, readonly User[]>>;
	readonly credentials: readonly Credential[];
	readonly clusters: readonly Cluster[];
	readonly endedSessions: readonly string[];
	readonly missingPermissions: readonly MissingPermission[];
	/** Whether `credential set` checks the pair. The real one does not do it reliably (inferred from the documentation). */
	readonly checksPairs: boolean;
	/** Whether a newer version of the CLI is announced. */
	readonly hasUpdate: boolean;
}

/** Something that happens to the services. Each part replaces what it names, or is added. */
export interface Change {
	readonly credential?: Credential;
	readonly cluster?: Cluster;
	readonly user?: {readonly username: string} & Partial<User>;
	readonly endedSession?: string;
}

/** Gives the services as they are after a change. */
export function withChange(services: Services, change: Change): Services {
	const {credential, cluster, user, endedSession} = change;
	return {
		...services,
		credentials: credential
			? [...services.credentials.filter((other) => !isSameScope(other, credential)), credential]
			: services.credentials,
		clusters: cluster
			? [...services.clusters.filter(({id}) => id !== cluster.id), cluster]
			: services.clusters,
		users: user ? withUser(services.users, user) : services.users,
		endedSessions: endedSession ? [...services.endedSessions, endedSession] : services.endedSessions,
	};
}

/** Gives the credential of a scope; its user name is `null` where none is set. */
export function credentialOf({credentials}: Services, scope: Scope): Credential {
	return (
		credentials.find((credential) => isSameScope(credential, scope)) ?? {...scope, username: null, key: null}
	);
}

/** Finds the user of a username and the number of the classic account it is in. */
export function findUser(
	{users}: Services,
	username: string | null,
): {readonly user: User; readonly number: string} | undefined {
	for (const [number, list] of Object.entries(users)) {
		const user = list.find((candidate) => candidate.username === username);
		if (user !== undefined) return {user, number};
	}
	return undefined;
}

/** Tells which key of the user it is, or gives `null` where the classic API would not let the pair in. */
export function keyOfPair(services: Services, username: string, key: string): number | null {
	const user = findUser(services, username)?.user;
	return user?.status === 'Active' && user.key > 0 && key === demoKey(username, user.key) ? user.key : null;
}

/** Tells whether the key of a credential is still the one that its user has. */
export function isPairValid(services: Services, {username, key}: Credential): boolean {
	const user = findUser(services, username)?.user;
	return user?.status === 'Active' && user.key > 0 && user.key === key;
}

/**
 * Makes the classic API key of a user: 64 letters and digits like a real one, and plainly none.
 * The first key a user gets is number 1, the next one number 2.
 */
export function demoKey(username: string, number = 1): string {
	const digest = createHash('sha256').update(`${username} ${number}`).digest('hex');
	return `demokey${digest}`.slice(0, 64);
}

function withUser(users: Services['users'], change: NonNullable<Change['user']>): Services['users'] {
	return Object.fromEntries(
		Object.entries(users).map(([number, list]) => [
			number,
			list.map((user) => (user.username === change.username ? {...user, ...change} : user)),
		]),
	);
}

function isSameScope(one: Scope, other: Scope): boolean {
	return one.account === other.account && one.group === other.group && one.region === other.region;
}
