import {mkdirSync} from 'node:fs';
import {join} from 'node:path';

import {countUp, createFirst, exists, fingerprint, readJson, withLock, writeAtomically} from './files.ts';
import {demoKey, findUser} from './world.ts';
import type {Cluster, User, World} from './world.ts';

/** Where a credential belongs: account, resource group and region. */
export interface Scope {
	readonly accountGuid: string;
	readonly groupId: string;
	readonly region: string;
}

/** What the service keeps for a scope. The key itself is not kept, only what was known about it when it was set. */
export interface StoredCredential {
	/** `null` after an `unset`. */
	readonly username: string | null;
	/** Which key of the user it was (1 = the first); `null` = not a key of that user. */
	readonly keyGeneration: number | null;
	/** First 16 hexadecimal digits of the key's SHA-256, so that tests can tell which key arrived. */
	readonly keyFingerprint: string | null;
	/** Milliseconds since the epoch; 0 for what was there from the beginning. */
	readonly setAt: number;
	/** The user name before the last change. */
	readonly previousUsername: string | null;
}

/** What changed about a user since the world began. */
interface StoredUser {
	readonly hasKey: boolean;
	readonly keyGeneration: number;
	readonly granted: readonly string[];
	readonly revoked: readonly string[];
}

/** The services behind the CLI: state in files, one per thing that changes, each replaced in one step. */
export class Server {
	readonly directory: string;
	readonly world: World;

	constructor(directory: string, world: World) {
		this.directory = directory;
		this.world = world;
		mkdirSync(directory, {recursive: true, mode: 0o700});
	}

	/** The credential of a scope: what was stored last, else what the world began with. */
	credential(scope: Scope): StoredCredential {
		const stored = readJson<StoredCredential | undefined>(this.#credentialPath(scope), undefined);
		if (stored !== undefined) return stored;
		const initial = this.world.credentials.find(
			(candidate) =>
				candidate.accountGuid === scope.accountGuid &&
				candidate.groupId === scope.groupId &&
				candidate.region === scope.region,
		);
		return {
			username: initial?.username ?? null,
			keyGeneration: initial === undefined ? null : 1,
			keyFingerprint: initial === undefined ? null : fingerprint(demoKey(initial.username)),
			setAt: 0,
			previousUsername: null,
		};
	}

	/** Stores a credential; a second one for the same scope replaces the first (inferred). */
	storeCredential(scope: Scope, credential: StoredCredential): void {
		writeAtomically(this.#credentialPath(scope), `${JSON.stringify(credential, undefined, '\t')}\n`);
	}

	/** Whether the pair would be let in by the classic API: the generation of the key, or `null`. */
	keyGenerationOf(username: string, key: string): number | null {
		const found = findUser(this.world, username);
		if (found === undefined || found.user.status !== 'Active') return null;
		const stored = this.user(found.user);
		return stored.hasKey && key === demoKey(username, stored.keyGeneration) ? stored.keyGeneration : null;
	}

	/** Whether the stored key is still the one the user has now. */
	isPairValid(credential: StoredCredential): boolean {
		const found = credential.username === null ? undefined : findUser(this.world, credential.username);
		if (found === undefined || found.user.status !== 'Active' || credential.keyGeneration === null)
			return false;
		const stored = this.user(found.user);
		return stored.hasKey && stored.keyGeneration === credential.keyGeneration;
	}

	/** What is known about a user now. */
	user(user: User): StoredUser {
		const stored = readJson<StoredUser | undefined>(this.#userPath(user.id), undefined);
		return stored ?? {hasKey: user.hasKey, keyGeneration: user.hasKey ? 1 : 0, granted: [], revoked: []};
	}

	/** Changes a user while nobody else does. */
	changeUser(user: User, change: (stored: StoredUser) => StoredUser): StoredUser {
		return withLock(join(this.directory, 'users'), String(user.id), () => {
			const changed = change(this.user(user));
			writeAtomically(this.#userPath(user.id), `${JSON.stringify(changed, undefined, '\t')}\n`);
			return changed;
		});
	}

	/** All clusters of an account, those created since the beginning included. */
	clusters(accountGuid: string): Cluster[] {
		const created = readJson<Cluster[]>(join(this.directory, 'clusters.json'), []);
		return [...this.world.clusters, ...created].filter((cluster) => cluster.accountGuid === accountGuid);
	}

	/** Adds a cluster. */
	createCluster(cluster: Cluster): void {
		withLock(this.directory, 'clusters', () => {
			const path = join(this.directory, 'clusters.json');
			const created = readJson<Cluster[]>(path, []);
			writeAtomically(path, `${JSON.stringify([...created, cluster], undefined, '\t')}\n`);
		});
	}

	/** Ends a login session, as a policy on inactivity does. */
	endSession(sessionId: string): void {
		createFirst(join(this.directory, 'ended-sessions', fingerprint(sessionId)));
	}

	/** Whether the session was ended. */
	isSessionEnded(sessionId: string): boolean {
		return exists(join(this.directory, 'ended-sessions', fingerprint(sessionId)));
	}

	/** Counts one up, safely among processes. */
	count(name: string): number {
		return countUp(join(this.directory, 'counters'), name);
	}

	/** True for exactly one call ever with this text. */
	isFirst(what: string): boolean {
		return createFirst(join(this.directory, 'seen', fingerprint(what)));
	}

	#credentialPath({accountGuid, groupId, region}: Scope): string {
		return join(this.directory, 'credentials', `${accountGuid}.${groupId}.${region}.json`);
	}

	#userPath(id: number): string {
		return join(this.directory, 'users', `${id}.json`);
	}
}
