import {createHash} from 'node:crypto';

/** A row of the classic account's users. Every field but the id may be missing in an answer of the API (seen). */
export interface User {
	readonly id: number;
	readonly username: string;
	readonly displayName: string;
	readonly email: string;
	readonly status: 'Active' | 'Disabled' | 'Pending';
	readonly hasKey: boolean;
	readonly twoFactor?: boolean;
	readonly vpn?: boolean;
	readonly isMaster?: boolean;
}

/** A classic (SoftLayer) account with its users. */
export interface ClassicAccount {
	readonly number: string;
	readonly users: readonly User[];
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

/** A classic cluster. `region` is written as the JSON of the real CLI may write it, legacy names included. */
export interface Cluster {
	readonly id: string;
	readonly name: string;
	readonly accountGuid: string;
	readonly groupId: string;
	readonly region: string;
	readonly dataCenter: string;
	readonly workerCount: number;
	readonly state: string;
	readonly createdDate: string;
	/** The infrastructure user it was made with; only where a pair was set by hand (inferred). */
	readonly apiUser?: string;
}

/** A credential that is set before the first call. The key is always the user's right one. */
export interface InitialCredential {
	readonly accountGuid: string;
	readonly groupId: string;
	readonly region: string;
	readonly username: string;
}

/** Everything that exists behind the simulated CLI before anybody changes it. */
export interface World {
	readonly operator: {readonly name: string; readonly email: string};
	readonly accounts: readonly Account[];
	readonly classicAccounts: readonly ClassicAccount[];
	readonly credentials: readonly InitialCredential[];
	readonly clusters: readonly Cluster[];
	/** Permission keys that no user has until they are granted. */
	readonly withheldPermissions: readonly string[];
	/** Whether `credential set` checks the pair. The real one does not do it reliably (inferred from the documentation). */
	readonly checksPairs: boolean;
	/** The API answers `null` instead of a list: the plug-in prints `[{}]` (seen). */
	readonly userListIsNull: boolean;
	/** `sl user apikey --add` answers without a key (seen: the API returned null). */
	readonly newKeysAreEmpty: boolean;
}

/**
 * The classic API key of a user: 64 letters and digits like a real one, and plainly none.
 * The first key a user gets is generation 1; removing and adding makes the next generation.
 */
export function demoKey(username: string, generation = 1): string {
	const digest = createHash('sha256').update(`${username} ${generation}`).digest('hex');
	return `demokey${digest}`.slice(0, 64);
}

/** A key that belongs to nobody: the one to try when something should go wrong. */
export const wrongDemoKey = 'wrongdemokey'.padEnd(64, '0');

/** The user of a username and the classic account it is in, or undefined where nobody has that name. */
export function findUser(
	world: World,
	username: string,
): {readonly user: User; readonly number: string} | undefined {
	for (const {number, users} of world.classicAccounts) {
		const user = users.find((candidate) => candidate.username === username);
		if (user !== undefined) return {user, number};
	}
	return undefined;
}

/** The same world with the users of one classic account exchanged. */
export function withUsers(world: World, users: readonly User[], number = '1234567'): World {
	return {
		...world,
		classicAccounts: world.classicAccounts.map((account) =>
			account.number === number ? {...account, users} : account,
		),
	};
}
