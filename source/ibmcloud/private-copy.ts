import {existsSync} from 'node:fs';
import {copyFile, mkdir, readdir, symlink} from 'node:fs/promises';
import path from 'node:path';
import {makePrivateDirectory, removePrivateDirectory} from '../disk/private-directory.ts';
import type {ConfigurationDirectory} from './types.ts';

/** A private copy of the CLI's configuration: a directory of our own that only the operator can read. */
export type PrivateCopy = Awaited<ReturnType<typeof makePrivateCopy>>;

/**
 * Copies the configuration, to target another group or account without changing the operator's target. JSON
 * files are copied, since programs of the CLI rewrite them; all else, such as the executables in `plugins`,
 * is linked. Plug-ins live inside the configuration directory (from source), so `ks` needs them there.
 *
 * @param configurationDirectory the operator's, for example `~/.bluemix`.
 * @param parent the directory of all private copies; created with mode 0700.
 * @throws if a file cannot be read or written; the caller turns that into an error value.
 */
export async function makePrivateCopy(configurationDirectory: string, parent: string) {
	const directory = await makePrivateDirectory(parent, 'copy');
	/** Removes the copy; its tokens are gone even if the directory stays. Safe to call twice. */
	const remove = (): void => {
		removePrivateDirectory(directory);
	};
	try {
		const target = path.join(directory, '.ibmcloud');
		// Without a configuration there is nothing to copy; the probe shows whether the CLI can do without one.
		await (existsSync(configurationDirectory)
			? copyTree(configurationDirectory, target, 0)
			: mkdir(target, {mode: 0o700}));
		const copy: ConfigurationDirectory = {
			name: path.basename(directory),
			environment: {IBMCLOUD_HOME: directory, IBMCLOUD_CONFIG_HOME: undefined, BLUEMIX_HOME: undefined},
			configurationFile: path.join(target, 'config.json'),
		};
		return {directory: copy, remove};
	} catch (error) {
		remove();
		throw error;
	}
}

/** Caches, logs and locks, which a copy does not need. */
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
