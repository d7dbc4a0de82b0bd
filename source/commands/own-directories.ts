import {homedir} from 'node:os';
import path from 'node:path';
import type {Environment} from '../shell/environment.ts';

const name = 'classic-credentials';

/**
 * The directories of this operator on this platform; makes none of them. A variable that names no absolute
 * path counts as not set (XDG specification): a directory of ours must not depend on where we are started.
 *
 * @returns that of private copies and rehearsals (mode 0700, emptied at every end), and that of the journal.
 */
export function ownDirectories(environment: Environment): {
	readonly privateDirectories: string;
	readonly state: string;
} {
	const home = homedir();
	const given = (variable: string, usual: string): string => {
		const value = environment[variable] ?? '';
		return path.join(path.isAbsolute(value) ? value : path.join(home, usual), name);
	};
	const [cache, state] =
		process.platform === 'darwin'
			? [path.join(home, 'Library/Caches', name), path.join(home, 'Library/Logs', name)]
			: [given('XDG_CACHE_HOME', '.cache'), given('XDG_STATE_HOME', '.local/state')];
	return {privateDirectories: path.join(cache, 'private'), state};
}
