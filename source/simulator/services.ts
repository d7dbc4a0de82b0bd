/** A user of the classic account. */
export interface User {
	readonly id: number;
	readonly username: string;
	readonly displayName: string;
	readonly email: string;
	readonly status: 'Active' | 'Disabled' | 'Pending';
	/** The number of the user's key: 1 is the first ever, 0 is none. */
	readonly key: number;
	readonly twoFactor?: boolean;
	readonly vpn?: boolean;
}

/** An IBM Cloud account; `classicNumber` is the linked classic account, if any. */
export interface CloudAccount {
	readonly guid: string;
	readonly name: string;
	readonly owner: string;
	readonly classicNumber?: string;
	readonly groups: ReadonlyArray<{readonly id: string; readonly name: string; readonly isDefault: boolean}>;
}

/** What a credential belongs to: the GUID of an account, the name of one of its groups, a region. */
export interface CredentialScope {
	readonly account: string;
	readonly group: string;
	readonly region: string;
}

/** What the service keeps for a scope: not the key itself, only which of the user's keys it is. */
export interface StoredCredential extends CredentialScope {
	/** `null` if none is set. */
	readonly username: string | null;
	/** As `User.key`; `null` for a key that was not the user's. */
	readonly key: number | null;
}

/** A classic cluster. `region` is spelled as the real CLI's JSON may spell it, including legacy names. */
export interface Cluster extends CredentialScope {
	readonly id: string;
	readonly name: string;
	readonly dataCenter: string;
	readonly location: string;
	readonly workerCount: number;
	readonly state: string;
	readonly createdDate: string;
	/** The infrastructure user it was created with; only if a pair was set by hand (inferred). */
	readonly apiUser?: string;
}

/** Everything behind the simulated CLI. */
export interface Services {
	readonly operator: {readonly name: string; readonly email: string};
	readonly accounts: readonly CloudAccount[];
	/** By classic account number. */
	readonly users: Readonly<Record<string, readonly User[]>>;
	readonly credentials: readonly StoredCredential[];
	readonly clusters: readonly Cluster[];
	readonly endedSessions: readonly string[];
	/** Whether `credential set` checks the pair. The real one does not do it reliably (inferred). */
	readonly checksPairs: boolean;
}

/** Finds the number of a user's classic account, and which key the classic API accepts now. */
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
 * Makes the classic API key of a user: 64 letters and digits like a real one, but plainly fake. Keys are
 * numbered from 1. Not one of Node's hashes, which take a quarter of a call to load.
 */
export function demoKey(username: string, number = 1): string {
	// A digit among the first eight characters: only that tells a typed key from a name.
	let key = 'demokey0';
	for (let mixed = 0; key.length < 64;) {
		for (const letter of `${username} ${number}`) {
			mixed = (Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x9e_37_79_b1) ^ (mixed >>> 13)) >>> 0;
		}

		key += mixed.toString(16).padStart(8, '0');
	}

	return key.slice(0, 64);
}
