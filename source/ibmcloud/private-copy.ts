import {existsSync, lstatSync, readdirSync, rmSync} from 'node:fs';
import {copyFile, mkdir, mkdtemp, readdir, rm, symlink} from 'node:fs/promises';
import path from 'node:path';
import type {Home} from './home.ts';

/** A private copy of the CLI's configuration: a directory of our own that only the operator can read. */
export interface PrivateCopy {
	readonly home: Home;
	/** Removes it with the tokens in it. Safe to call twice. */
	remove(): Promise<void>;
}

/** Names carry the process that made them, so that a later start can tell which directories are left over. */
const ownedName = /^(?:copy|demo)-(\d+)-/;

/**
 * Makes a directory that only the operator can read, for a copy of the configuration or for a rehearsal.
 *
 * @param parent the directory that holds all of them; made with mode 0700.
 */
export async function makePrivateDirectory(parent: string, purpose: 'copy' | 'demo'): Promise<string> {
	await mkdir(parent, {recursive: true, mode: 0o700});
	return mkdtemp(path.join(parent, `${purpose}-${process.pid}-`));
}

/**
 * Copies the configuration so that another group or account can be targeted without changing the operator's target
 * (DESIGN): JSON files are copied, since programs of the CLI rewrite them; everything else in `plugins` (executables)
 * is linked. Plug-ins live inside the configuration directory (from source), so without them `ks` would be missing.
 *
 * @param configurationDirectory the operator's, for example `~/.bluemix`.
 * @param parent the directory that holds all private copies; made with mode 0700.
 * @throws where a file cannot be read or written; the caller turns that into an error value.
 */
export async function makePrivateCopy(configurationDirectory: string, parent: string): Promise<PrivateCopy> {
	const directory = await makePrivateDirectory(parent, 'copy');
	const remove = async (): Promise<void> => rm(directory, {recursive: true, force: true});
	try {
		const target = path.join(directory, '.ibmcloud');
		// Without a configuration there is nothing to copy; the probe then shows whether the CLI can do without.
		await (existsSync(configurationDirectory)
			? copyTree(configurationDirectory, target, 0)
			: mkdir(target, {mode: 0o700}));
		return {
			home: {
				name: path.basename(directory),
				environment: {IBMCLOUD_HOME: directory, IBMCLOUD_CONFIG_HOME: undefined, BLUEMIX_HOME: undefined},
				configurationFile: path.join(target, 'config.json'),
			},
			remove,
		};
	} catch (error) {
		await remove();
		throw error;
	}
}

/** Caches and logs have no place in a copy. */
const leftOut = new Set(['tmp', '.cache', 'logs', 'lock']);
const deepest = 3;

async function copyTree(from: string, to: string, depth: number): Promise<void> {
	await mkdir(to, {mode: 0o700});
	await Promise.all(
		(await readdir(from, {withFileTypes: true})).map(async (entry) => {
			const source = path.join(from, entry.name);
			const target = path.join(to, entry.name);
			if (leftOut.has(entry.name) || entry.name.endsWith('.lock')) {
				return;
			}

			if (entry.isDirectory() && depth < deepest) {
				await copyTree(source, target, depth + 1);
			} else if (entry.name.endsWith('.json')) {
				await copyFile(source, target);
			} else {
				await symlink(source, target);
			}
		}),
	);
}

/**
 * Removes directories whose process is gone: one that was killed outright could not do it itself.
 *
 * @returns how many were removed.
 */
export function removeLeftovers(parent: string): number {
	return removeOwned(parent, (owner) => !isAlive(owner));
}

/** Removes all that this process has made: for the very end, when nothing can be waited for any more. */
export function removeOwnDirectories(parent: string): void {
	removeOwned(parent, (owner) => owner === process.pid);
}

function removeOwned(parent: string, isMeant: (owner: number) => boolean): number {
	let removed = 0;
	for (const name of namesIn(parent)) {
		const [, owner] = ownedName.exec(name) ?? [];
		if (owner !== undefined && isMeant(Number(owner)) && removeDirectory(path.join(parent, name))) {
			removed++;
		}
	}

	return removed;
}

/** @returns false where it stays: one that root has left behind must not stop the program, nor one that another session is removing. */
function removeDirectory(place: string): boolean {
	try {
		// Never through a link that somebody else has put there.
		if (lstatSync(place, {throwIfNoEntry: false})?.isDirectory() !== true) {
			return false;
		}

		rmSync(place, {recursive: true, force: true});
		return true;
	} catch {
		return false;
	}
}

function namesIn(directory: string): string[] {
	try {
		return readdirSync(directory);
	} catch {
		return [];
	}
}

/** Whether a process of this id lives, ours or another user's. */
export function isAlive(owner: number): boolean {
	try {
		process.kill(owner, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
