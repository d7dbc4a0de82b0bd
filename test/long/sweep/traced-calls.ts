/** Which of the program's threads: its first one, or that of the pool in which Node's promises touch files. */
export type Thread = 'main' | 'pool';

/** One call of the system, as `strace -y` writes it down. */
export interface TracedCall {
	readonly syscall: string;
	/** How many calls of this name the thread has made, this one included: what `when=` of strace counts. */
	readonly ordinal: number;
	/** A place below the root that is called the same in every run: only calls about it are counted then (`-P`). */
	readonly place: string | undefined;
	/** Only calls with a descriptor of a file are counted then (`trace-fds=`): those with one of Node's own come by chance. */
	readonly isByDescriptor: boolean;
	/** What it is about, the same in every run: its name, its places, and how often that was called before. */
	readonly identity: string;
	/** Whether it opens or makes a file that is written. */
	readonly opensToWrite: boolean;
	/** Whether strace has let it fail, or the program has ended in it. */
	readonly isHit: boolean;
}

/** What begins a child. Where its execve fails, the program is told just as where this fails. */
const starts = new Set(['clone', 'vfork', 'fork']);

/** What collects a child that has ended: the program does not know of it yet. */
const ends = new Set(['wait4']);

/** The calls to look at: with files and descriptors, those that begin and end a child, and the making of a socket. */
export const tracedCalls = ['%file', '%desc', ...starts, ...ends, 'bind'];

/** Descriptors from here on are of files, of directories and of children; lower ones Node has made for itself before. */
export const lowestDescriptor = 20;

/** Of whose calls, and about what. */
export interface Wanted {
	readonly thread: Thread;
	/** The directory that has another name in every run. */
	readonly root: string;
	/** Our own places: directories and files. */
	readonly places: readonly string[];
}

/**
 * The calls of one thread that are about our own places, or begin or end a child.
 *
 * @param log what strace wrote, where threads are followed, each line begins with the number of one, and the
 * first to call execve is the main one.
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
		// In the other thread calls about the same place would be counted, too.
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

/** The number of a call among those of its name in its thread: among all, and among those with a descriptor of a file. */
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

/** A line with which a call begins. @param rest where the result is, when another thread has interrupted it. */
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

/** The beginning of a thread is no child. */
function isOfChild({syscall, text}: Row): boolean {
	return ends.has(syscall) || (starts.has(syscall) && !text.includes('CLONE_THREAD'));
}

/** Our own places that a call is about, each once. */
function ownPlaces({text}: Row, places: readonly string[]): readonly string[] {
	const named = [...text.matchAll(/"(?<quoted>[^"]*)"|<(?<open>\/[^>]*)>/gu)].map(
		({groups}) => groups?.['quoted'] ?? groups?.['open'] ?? '',
	);
	return [...new Set(named.filter((name) => isOwn(name, places)))];
}

/** A socket with a long path is made by way of its open directory. */
function isOwn(name: string, places: readonly string[]): boolean {
	return (
		name.startsWith('/proc/self/fd/') ||
		places.some((place) => name === place || name.startsWith(`${place}/`))
	);
}

/** Without the times and the lots in names, which differ from run to run. */
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
