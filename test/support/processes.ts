import {readdirSync, readFileSync} from 'node:fs';

/** The processes whose environment names this home. */
export function processesOf(home: string): number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/u.test(name) && Number(name) !== process.pid)
		.filter((name) => {
			try {
				return readFileSync(`/proc/${name}/environ`, 'utf8').split('\0').includes(`HOME=${home}`);
			} catch {
				// It has ended meanwhile.
				return false;
			}
		})
		.map(Number);
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
