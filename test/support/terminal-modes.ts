import {spawnSync} from 'node:child_process';
import {closeSync, constants, openSync} from 'node:fs';

/** How a terminal device treats what is typed. */
export interface DeviceModes {
	/** Whether the device edits lines before it hands them on (`icanon`); it does not in raw mode. */
	readonly isCooked: boolean;
	/** Whether typed characters are shown. */
	readonly isEchoing: boolean;
	/** Whether Ctrl-C, Ctrl-Z and Ctrl-\ are signals, not characters. */
	readonly isSignalling: boolean;
}

/** Returns what `stty -a` prints about the terminal behind a file descriptor. */
export function printModes(descriptor: number): string {
	const environment = {PATH: '/usr/bin:/bin', LC_ALL: 'C'};
	for (;;) {
		const {stdout, signal} = spawnSync('stty', ['-a'], {
			stdio: [descriptor, 'pipe', 'ignore'],
			encoding: 'utf8',
			env: environment,
		});
		// Ctrl-C after the program has ended hits the process in front: here, this one.
		if (signal === null) {
			return stdout;
		}
	}
}

/** Parses what `stty -a` prints: a mode that is off has a minus sign. */
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

/** Reads the modes of a terminal device, by its path. */
export function readModes(device: string): DeviceModes {
	// Without `O_NOCTTY`, a process that has no terminal would get this one as its own.
	const descriptor = openSync(device, constants.O_RDWR | constants.O_NOCTTY);
	try {
		return parseModes(printModes(descriptor));
	} finally {
		closeSync(descriptor);
	}
}
