import {spawnSync} from 'node:child_process';
import {processesWhere} from './processes.ts';

const unshare = ['--pid', '--fork', '--kill-child', '--mount-proc'];

/** Why no process namespaces can be made here, for the `skip` of a test; false if they can. */
export const noNamespaces: string | false =
	spawnSync('unshare', [...unshare, 'true']).status === 0
		? false
		: 'needs the right to make process namespaces (unshare --pid)';

/** The words that start a command as process 1 of its own namespace, as the first of a container is. */
export const inNamespace: readonly string[] = ['unshare', ...unshare];

/** Kills process 1 of a namespace, and so all of it. @param outside the id of what started the namespace */
export function killFirst(outside: number): void {
	for (const child of processesWhere('status', (content) => content.includes(`\nPPid:\t${outside}\n`))) {
		process.kill(child, 'SIGKILL');
	}
}
