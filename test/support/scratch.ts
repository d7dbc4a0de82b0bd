import {randomUUID} from 'node:crypto';
import {mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {after} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';

/** Makes a directory for the tests of one file, removed when they have ended. */
export function scratchDirectory(): string {
	const directory = mkdtempSync(path.join(realpathSync(tmpdir()), 'classic-credentials-test-'));
	after(() => rmSync(directory, {recursive: true, force: true}));
	return directory;
}

/** Makes a new empty directory in another. */
export function subdirectory(parent: string): string {
	const directory = path.join(parent, randomUUID());
	mkdirSync(directory);
	return directory;
}

/** Writes an executable `sh` script and returns its path. */
export function writeScript(file: string, body: string): string {
	mkdirSync(path.dirname(file), {recursive: true});
	writeFileSync(file, `#!/bin/sh\n${body}\n`, {mode: 0o755});
	return file;
}

/** Waits until something that cannot report its changes (a file, another process) is as expected. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
	const limit = Date.now() + 20_000;
	while (!holds()) {
		if (Date.now() > limit) {
			throw new Error(`Waited in vain for ${what}`);
		}

		// oxlint-disable-next-line no-await-in-loop -- one look after the other
		await pause(5);
	}
}

/** Reports whether a process still runs; one that has ended and was not collected yet does not. */
export function isRunning(id: number): boolean {
	try {
		process.kill(id, 0);
	} catch {
		return false;
	}

	return stateOf(id) !== 'Z';
}

function stateOf(id: number): string | undefined {
	try {
		return /^State:\s+(\w)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1];
	} catch {
		return undefined;
	}
}
