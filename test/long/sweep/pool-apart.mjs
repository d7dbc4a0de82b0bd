import {mkdir, open, readdir, stat} from 'node:fs/promises';

// Loaded before the program. strace counts the calls of every thread separately, and fails the one with a
// given number in each of them. So the pool's thread first makes more calls of a name than the others ever
// will: a number above that belongs to the pool alone.

const directory = import.meta.dirname;
const calls = {
	openat: async () => open('/dev/null').then(async (handle) => handle.close()),
	close: async () => calls.openat(),
	statx: async () => stat(directory),
	fstat: async () => readdir(directory),
	getdents64: async () => readdir(directory),
	mkdir: async () => mkdir(directory).catch(() => {}),
};
const {POOL_CALL: call = '', POOL_ROUNDS: rounds = '0'} = process.env;

for (let round = 0; round < Number(rounds); round++) {
	// oxlint-disable-next-line no-await-in-loop -- there is one thread
	await calls[call]();
}
