import {readdirSync, readFileSync} from 'node:fs';

/** Returns the other processes whose file in `/proc/ID/` fits. */
export function processesWhere(file: string, fits: (content: string) => boolean): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
		.filter((name) => {
			try {
				return fits(readFileSync(`/proc/${name}/${file}`, 'utf8'));
			} catch {
				// The process has ended meanwhile.
				return false;
			}
		})
		.map(Number);
}

/** Returns the processes whose environment names this home. */
export function processesOf(home: string): number[] {
	return processesWhere('environ', (content) => content.split('\0').includes(`HOME=${home}`));
}

/** Kills the processes whose environment names this home. */
export function endAllOf(home: string): void {
	for (const id of processesOf(home)) {
		try {
			process.kill(id, 'SIGKILL');
		} catch {
			// The process has ended meanwhile.
		}
	}
}
