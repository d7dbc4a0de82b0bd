import {readdirSync, readFileSync} from 'node:fs';

/** The other processes of which a file in `/proc/ID/` fits. */
export function processesWhere(file: string, fits: (content: string) => boolean): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
		.filter((name) => {
			try {
				return fits(readFileSync(`/proc/${name}/${file}`, 'utf8'));
			} catch {
				// It has ended meanwhile.
				return false;
			}
		})
		.map(Number);
}

/** The processes whose environment names this home. */
export function processesOf(home: string): number[] {
	return processesWhere('environ', (content) => content.split('\0').includes(`HOME=${home}`));
}

/** Ends them, by force. */
export function endAllOf(home: string): void {
	for (const id of processesOf(home)) {
		try {
			process.kill(id, 'SIGKILL');
		} catch {
			// It has ended meanwhile.
		}
	}
}
