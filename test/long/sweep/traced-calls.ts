/** A thread of the program: its first one, or the one of the pool in which Node's promises access files. */
export type Thread = 'main' | 'pool';

/** One system call, as `strace -y` logs it. */
export interface TracedCall {
	readonly syscall: string;
	/** The number of such calls by the thread so far, this one included: what `when=` of strace counts. */
	readonly ordinal: number;
	/** A place below the root with the same name in every run: then only calls on it are counted (`-P`). */
	readonly place: string | undefined;
	/** Whether only calls on a file's descriptor are counted (`trace-fds=`): those on Node's come by chance. */
	readonly isByDescriptor: boolean;
	/** The same in every run: name, places, and the number of earlier calls with these. */
	readonly identity: string;
	readonly opensToWrite: boolean;
	/** Whether strace made it fail, or the program ended in it. */
	readonly isHit: boolean;
}

/** The calls that start a child. To the program, a failing execve there looks like a failure of these. */
const starts = new Set(['clone', 'vfork', 'fork']);

/** The calls that collect an ended child, of which the program does not know yet. */
const ends = new Set(['wait4']);

/** What to trace: calls on files and descriptors, a child's start and end, and the creation of a socket. */
export const tracedCalls = ['%file', '%desc', ...starts, ...ends, 'bind'];

/** From here on descriptors are of files, directories and children; Node opened the lower ones before. */
export const lowestDescriptor = 20;

/** Whose calls are wanted, and on which places. */
export interface Wanted {
	readonly thread: Thread;
	/** The directory whose name differs in every run. */
	readonly root: string;
	readonly places: readonly string[];
}

/**
 * Returns the calls of one thread that are on our own places, or start or collect a child. In a log with
 * threads followed, each line starts with a thread's number; the main thread calls execve first.
 */
export function ownCalls(log: string, {thread, root, places}: Wanted): readonly TracedCall[] {
	const lines = log.split('\n');
	const rows = lines.flatMap((line, index) => rowOf(line, lines.slice(index + 1)) ?? []);
	const main = rows.find(({syscall}) => syscall === 'execve')?.thread ?? '';
	const counts = new Map<string, number>();
	return rows.flatMap((row) => {
		const ordinals = ordinalsOf(row, counts);
		const own = ownPlaces(row, places).map((name) => name.replace(root, ''));
		if ((row.thread === main) !== (thread === 'main') || (own.length === 0 && !isOfChild(row))) {
			return [];
		}

		const {syscall, text} = row;
		// With a place, calls on it in the other thread would be counted, too.
		const place = thread === 'main' ? own.find((name) => nameless(name) === name) : undefined;
		const isByDescriptor =
			place === undefined && hasDescriptor(row) && (thread === 'main' || syscall === 'write');
		const about = own.length === 0 ? 'of a child' : own.map((name) => nameless(name)).join(', ');
		const identity = `${syscall} ${about}`;
		return [
			{
				syscall,
				place,
				isByDescriptor,
				ordinal:
					place === undefined
						? ordinals[isByDescriptor ? 'descriptors' : 'all']
						: count(counts, `at ${syscall} ${place}`),
				identity: `${identity} #${count(counts, identity)}`,
				opensToWrite: /\bO_(?:CREAT|WRONLY|RDWR)\b/u.test(text),
				isHit: row.result === '?' || row.result.endsWith('(INJECTED)'),
			},
		];
	});
}

/** Counts a call among those of its name in its thread: all, and those on a file's descriptor. */
function ordinalsOf(
	row: Row,
	counts: Map<string, number>,
): {readonly all: number; readonly descriptors: number} {
	const name = `${row.thread} ${row.syscall}`;
	return {
		all: count(counts, name),
		descriptors: hasDescriptor(row) ? count(counts, `descriptors ${name}`) : 0,
	};
}

interface Row {
	readonly thread: string;
	readonly syscall: string;
	readonly text: string;
	readonly result: string;
}

/** Parses a line that starts a call. @param rest has the result if another thread has interrupted the call */
function rowOf(line: string, rest: readonly string[]): Row | undefined {
	const match = /^(?:(?<thread>\d+) +)?(?<syscall>\w+)\((?<text>.*?)(?:\) += (?<result>.*))?$/u.exec(line);
	if (match?.groups === undefined) {
		return undefined;
	}

	const {thread = '', syscall = '', text = '', result} = match.groups;
	const resumed = `${thread} <... ${syscall} resumed>`;
	return {
		thread,
		syscall,
		text,
		// A call that is never resumed is the last one of its thread.
		result: result ?? rest.find((later) => later.startsWith(resumed)) ?? '?',
	};
}

function hasDescriptor(row: Row): boolean {
	return !isOfChild(row) && Number.parseInt(row.text, 10) >= lowestDescriptor;
}

/** Reports whether a call starts or collects a child; a new thread is no child. */
function isOfChild({syscall, text}: Row): boolean {
	return ends.has(syscall) || (starts.has(syscall) && !text.includes('CLONE_THREAD'));
}

function ownPlaces({text}: Row, places: readonly string[]): readonly string[] {
	const named = [...text.matchAll(/"(?<quoted>[^"]*)"|<(?<open>\/[^>]*)>/gu)].map(
		({groups}) => groups?.['quoted'] ?? groups?.['open'] ?? '',
	);
	return [...new Set(named.filter((name) => isOwn(name, places)))];
}

/** A socket with a long path is created by way of its open directory. */
function isOwn(name: string, places: readonly string[]): boolean {
	return (
		name.startsWith('/proc/self/fd/') ||
		places.some((place) => name === place || name.startsWith(`${place}/`))
	);
}

/** Replaces the times and random parts of names, which differ in every run. */
function nameless(name: string): string {
	return name
		.replaceAll(/\d{8}T\d+Z/gu, 'TIME')
		.replaceAll(/-[\da-f]{8}-[\da-f]{6}/gu, '-NAME')
		.replaceAll(/(?<=\/[\da-f]{8}\.)\w{6}$/gu, 'NAME')
		.replaceAll(/(?<=\/fd\/)\d+/gu, 'N');
}

function count(counts: Map<string, number>, key: string): number {
	const next = (counts.get(key) ?? 0) + 1;
	counts.set(key, next);
	return next;
}
