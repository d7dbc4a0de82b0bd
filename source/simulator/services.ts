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
}

/** An IBM Cloud account; `classicNumber` is the linked classic account, where one is linked. */
export interface CloudAccount {
	readonly guid: string;
	readonly name: string;
	readonly owner: string;
	readonly classicNumber?: string;
	readonly groups: ReadonlyArray<{readonly id: string; readonly name: string; readonly isDefault: boolean}>;
}

/** Where a credential belongs: the GUID of an account, the name of one of its groups, a region. */
export interface CredentialScope {
	readonly account: string;
	readonly group: string;
	readonly region: string;
}

/** What the service keeps for a scope. The key itself is not kept, only which one of the user's it was. */
export interface StoredCredential extends CredentialScope {
	/** `null` where none is set. */
	readonly username: string | null;
	/** As `User.key`; `null` is a key that was not the user's. */
	readonly key: number | null;
}

/** A classic cluster. `region` is written as the JSON of the real CLI may write it, legacy names included. */
export interface Cluster extends CredentialScope {
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

/** Everything that exists behind the simulated CLI. */
export interface Services {
	readonly operator: {readonly name: string; readonly email: string};
	readonly accounts: readonly CloudAccount[];
	/** By the number of the classic account. */
	readonly users: Readonly<Record<string, readonly User[]>>;
	readonly credentials: readonly StoredCredential[];
	readonly clusters: readonly Cluster[];
	readonly endedSessions: readonly string[];
	/** Whether `credential set` checks the pair. The real one does not do it reliably (inferred). */
	readonly checksPairs: boolean;
}

/** Finds the number of a user's classic account, and which key the classic API takes now. */
export function findUser({users}: Services, username: string | null) {
	for (const [number, list] of Object.entries(users)) {
		const user = list.find((candidate) => candidate.username === username);
		if (user !== undefined) {
			return {number, key: user.status === 'Active' && user.key > 0 ? user.key : undefined};
		}
	}

	return undefined;
}

/**
 * Makes the classic API key of a user: 64 letters and digits like a real one, and plainly none. The first key
 * is number 1, the next one number 2. Not a hash of Node's, which takes a quarter of a call to load.
 */
export function demoKey(username: string, number = 1): string {
	// A digit among the first eight characters: only that tells a key that is typed from a name.
	let key = 'demokey0';
	for (let mixed = 0; key.length < 64;) {
		for (const letter of `${username} ${number}`) {
			mixed = (Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x9e_37_79_b1) ^ (mixed >>> 13)) >>> 0;
		}

		key += mixed.toString(16).padStart(8, '0');
	}

	return key.slice(0, 64);
}
