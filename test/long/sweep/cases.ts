import {createHash} from 'node:crypto';
import type {Thread, TracedCall} from './traced-calls.ts';

/** One call of a run, and its fault: it fails with this code, or the program is killed. */
export interface Case {
	readonly thread: Thread;
	readonly call: TracedCall;
	readonly fault: string;
}

const start = ['EAGAIN', 'ENOMEM', 'EIO', 'ENOENT', 'ETXTBSY'];
const change = ['EIO', 'ENOSPC', 'EBUSY'];
const write = ['EIO', 'ENOSPC', 'EINTR'];
const read = ['EIO', 'EINTR'];

/** How each call can fail; a call that is not listed fails with EIO. */
const failures: Readonly<Record<string, readonly string[]>> = {
	clone: start,
	vfork: start,
	fork: start,
	// It only reports that a child has ended: the program is killed before it knows.
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

/** Calls that change nothing, hundreds of them: an end there equals an end at the next one that does. */
const looks = new Set(
	'statx lstat stat fstat access readlink read pread64 getdents64 close fcntl'.split(' '),
);

/** One in this many of similar faults is tried. */
const share = 4;

/** Returns the cases of one thread; the seed draws which of the similar ones. */
export function casesOf(thread: Thread, calls: readonly TracedCall[], seed: number): readonly Case[] {
	return calls.flatMap((call) =>
		[...failuresOf(call), 'KILL']
			.map((fault) => ({thread, call, fault}))
			.filter((each) => !isOneOfMany(each) || isDrawn(each, seed, share)),
	);
}

/** Reports whether a case is drawn, one among this many. */
export function isDrawn(each: Case, seed: number, among: number): boolean {
	const lot = createHash('sha256')
		.update(`${seed} ${nameOf(each)}`)
		.digest()
		.readUInt32BE(0);
	return lot % among === 0;
}

function failuresOf({syscall, identity, opensToWrite}: TracedCall): readonly string[] {
	// Node ends the process when it cannot close compiled code, before anything of ours could run.
	return syscall === 'close' && identity.includes('/compiled/')
		? []
		: [...(failures[syscall] ?? ['EIO']), ...(opensToWrite ? ['ENOSPC'] : [])];
}

/** Returns the name of a case, from which its lot is drawn as well. */
export function nameOf({thread, call, fault}: Case): string {
	return `${fault} at ${call.identity} (${thread})`;
}

function isOneOfMany({call: {syscall, opensToWrite}, fault}: Case): boolean {
	const isLook = looks.has(syscall) || (syscall === 'openat' && !opensToWrite);
	return isLook && (fault !== 'EIO' || syscall === 'statx');
}
