import {spawnSync} from 'node:child_process';
import {closeSync, constants, openSync} from 'node:fs';

/** How a terminal device treats what is typed. */
export interface DeviceModes {
	/** Lines are edited and handed on by the device (`icanon`): not so in raw mode. */
	readonly isCooked: boolean;
	/** What is typed is shown. */
	readonly isEchoing: boolean;
	/** Ctrl-C, Ctrl-Z and Ctrl-\ are signals, not characters. */
	readonly isSignalling: boolean;
}

/** What `stty -a` prints about the terminal behind a file descriptor. */
export function printModes(descriptor: number): string {
	const environment = {PATH: '/usr/bin:/bin', LC_ALL: 'C'};
	for (;;) {
		const {stdout, signal} = spawnSync('stty', ['-a'], {
			stdio: [descriptor, 'pipe', 'ignore'],
			encoding: 'utf8',
			env: environment,
		});
		// Ctrl-C that comes after the program has ended hits whoever is in front: here, that is this one.
		if (signal === null) {
			return stdout;
		}
	}
}

/** Reads what `stty -a` prints: a mode that is off has a minus sign. */
export function parseModes(printed: string): DeviceModes {
	const words = new Set(printed.split(/[\s;]+/));
	const isOn = (mode: string) => {
		if (!words.has(mode) && !words.has(`-${mode}`)) {
			throw new Error(`stty does not say whether ${mode} is on: ${JSON.stringify(printed)}`);
		}

		return words.has(mode);
	};
	return {isCooked: isOn('icanon'), isEchoing: isOn('echo'), isSignalling: isOn('isig')};
}

/** Asks a terminal device, by its path, for its modes of this moment. */
export function readModes(device: string): DeviceModes {
	// Without `O_NOCTTY`, a process that has no terminal would get this one as its own.
	const descriptor = openSync(device, constants.O_RDWR | constants.O_NOCTTY);
	try {
		return parseModes(printModes(descriptor));
	} finally {
		closeSync(descriptor);
	}
}
