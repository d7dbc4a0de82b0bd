import {createHash} from 'node:crypto';
import type {Thread, TracedCall} from './traced-calls.ts';

/** One call of a run, and what goes wrong there: it fails with this code, or the program is killed. */
export interface Case {
	readonly thread: Thread;
	readonly call: TracedCall;
	readonly fault: string;
}

const start = ['EAGAIN', 'ENOMEM', 'EIO', 'ENOENT', 'ETXTBSY'];
const change = ['EIO', 'ENOSPC', 'EBUSY'];
const write = ['EIO', 'ENOSPC', 'EINTR'];
const read = ['EIO', 'EINTR'];

/** How each call can fail; what is not named here has EIO. */
const failures: Readonly<Record<string, readonly string[]>> = {
	clone: start,
	vfork: start,
	fork: start,
	// It only tells that a child has ended: the program is killed before it knows.
	wait4: [],
	openat: read,
	read,
	pread64: read,
	write,
	fsync: write,
	copy_file_range: write,
	ftruncate: ['EIO', 'EINTR'],
	close: ['EIO', 'EINTR'],
	mkdir: change,
	rename: change,
	symlink: change,
	bind: change,
	unlink: ['EIO', 'EBUSY'],
	unlinkat: ['EIO', 'EBUSY'],
	rmdir: ['EIO', 'EBUSY'],
};

/** Calls that change nothing, of which there are hundreds: an end there is like an end at the next one that does. */
const looks = new Set(
	'statx lstat stat fstat access readlink read pread64 getdents64 close fcntl'.split(' '),
);

/** One in so many of the faults that are alike. */
const share = 4;

/** Those of one thread; of those that are alike, the seed says which. */
export function casesOf(thread: Thread, calls: readonly TracedCall[], seed: number): readonly Case[] {
	return calls.flatMap((call) =>
		[...failuresOf(call), 'KILL']
			.map((fault) => ({thread, call, fault}))
			.filter((each) => !isOneOfMany(each) || isDrawn(each, seed, share)),
	);
}

/** Whether a case is one of so many, by lot. */
export function isDrawn(each: Case, seed: number, among: number): boolean {
	const lot = createHash('sha256')
		.update(`${seed} ${nameOf(each)}`)
		.digest()
		.readUInt32BE(0);
	return lot % among === 0;
}

function failuresOf({syscall, identity, opensToWrite}: TracedCall): readonly string[] {
	// Node ends the process where code that it has compiled cannot be closed, before anything of ours could run.
	return syscall === 'close' && identity.includes('/compiled/')
		? []
		: [...(failures[syscall] ?? ['EIO']), ...(opensToWrite ? ['ENOSPC'] : [])];
}

/** What a case is called. */
export function nameOf({thread, call, fault}: Case): string {
	return `${fault} at ${call.identity} (${thread})`;
}

function isOneOfMany({call: {syscall, opensToWrite}, fault}: Case): boolean {
	const isLook = looks.has(syscall) || (syscall === 'openat' && !opensToWrite);
	return isLook && (fault !== 'EIO' || syscall === 'statx');
}
