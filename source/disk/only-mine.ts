import {lstatSync, readFileSync, readlinkSync, type Stats} from 'node:fs';
import path from 'node:path';
import {attempt, systemCode} from './system-error.ts';

const groupWrite = 0o020;
const othersWrite = 0o002;
const sticky = 0o1000;
const mostLinks = 40;

/**
 * Asks whether only the operator (and root) can change what a path leads to: looks at every directory from
 * the root on, and at every link with all that it leads through. Directories of root with the sticky bit are
 * safe, since nobody can take away there what is not theirs. What is not there yet is safe where its
 * directory is.
 *
 * The rules for what is ours are the strict ones: no link in its place, and no group but one of the operator
 * alone on the way there. With `allowsOwnGroups` the operator's groups may write too, as they do on the way
 * to a program of Homebrew.
 *
 * @returns the first step on the way at which somebody else can change it, with what `ls -ldn` says of it:
 * the mode, the numbers of owner and group, the path; or why it cannot be seen. Undefined where nobody can.
 */
export function foreignHop(
	place: string,
	{allowsOwnGroups = false}: {readonly allowsOwnGroups?: boolean} = {},
): string | undefined {
	const {root} = path.parse(path.resolve(place));
	const rest = path.resolve(place).split(path.sep).slice(1);
	let at = root;
	let links = 0;
	for (let name: string | undefined = ''; name !== undefined; name = rest.shift()) {
		// `..` behind a link goes to what has been looked at.
		const next = path.join(at, name);
		const status = look(next);
		if (status === undefined) {
			return undefined;
		}

		if (typeof status === 'string') {
			return `${status} ${next}`;
		}

		links += status.isSymbolicLink() ? 1 : 0;
		if (links > mostLinks || isForeign(status, allowsOwnGroups, rest.length === 0)) {
			return listingOf(status, next);
		}

		if (status.isSymbolicLink()) {
			const target = readlinkSync(next);
			at = path.isAbsolute(target) ? path.parse(target).root : at;
			rest.unshift(...target.split(path.sep));
		} else {
			at = next;
		}
	}

	return undefined;
}

/** Returns what is there; undefined where nothing is, and the code of the failure where it cannot be seen. */
function look(place: string): Stats | string | undefined {
	try {
		return lstatSync(place, {throwIfNoEntry: false});
	} catch (error) {
		return systemCode(error) ?? 'EIO';
	}
}

function isForeign(status: Stats, allowsOwnGroups: boolean, isLast: boolean): boolean {
	if (!isRoot(status.uid) && status.uid !== process.getuid?.()) {
		return true;
	}

	if (status.isSymbolicLink()) {
		// Its mode says nothing: its directory tells who can replace it. What is ours was made as no link.
		return isLast && !allowsOwnGroups;
	}

	if (status.isDirectory() && isRoot(status.uid) && (status.mode & sticky) !== 0) {
		return false;
	}

	const isOwnGroup = allowsOwnGroups
		? [0, process.getgid?.(), ...(process.getgroups?.() ?? [])].includes(status.gid)
		: !isLast && isGroupOfOneself(status.gid);
	return (status.mode & othersWrite) !== 0 || ((status.mode & groupWrite) !== 0 && !isOwnGroup);
}

/**
 * Returns whether a group has the operator as its only member, as Debian, Ubuntu and Red Hat give everybody
 * one (and let it write to new directories). A group that `/etc/group` does not know may have anybody in it.
 */
function isGroupOfOneself(group: number): boolean {
	const user = process.getuid?.();
	const users = rowsOf('/etc/passwd');
	const [name] = users.find(([, , id]) => id === String(user)) ?? [];
	const [, , , members] = rowsOf('/etc/group').find(([, , id]) => id === String(group)) ?? [];
	return (
		user !== 0 &&
		name !== undefined &&
		members !== undefined &&
		members.split(',').every((member) => member === '' || member === name) &&
		users.every(([other, , , main]) => main !== String(group) || other === name)
	);
}

/** None where the file cannot be read: nobody is in it then. */
function rowsOf(file: string): string[][] {
	const text = attempt(() => readFileSync(file, 'utf8')) ?? '';
	return text.split('\n').map((row) => row.split(':'));
}

/**
 * Root; and in a user namespace (a container without root) whoever owns files there but has no number in it:
 * that is how the real root looks from inside.
 */
function isRoot(owner: number): boolean {
	return owner === 0 || owner === unmappedOwner();
}

function unmappedOwner(): number | undefined {
	return attempt(() => {
		const [, , count] = readFileSync('/proc/self/uid_map', 'utf8').trim().split(/\s+/u);
		const isWhole = count === '4294967295';
		return isWhole ? undefined : Number(readFileSync('/proc/sys/kernel/overflowuid', 'utf8'));
	});
}

/**
 * Asks of a place of our own whether only the operator can change it, and whether what we made is still what
 * is there: no pipe, no directory in the place of a file.
 */
export function foreignPlace(place: string, kind: 'file' | 'directory'): string | undefined {
	const hop = foreignHop(place);
	const status = hop === undefined ? look(place) : undefined;
	if (status === undefined || typeof status === 'string') {
		return hop;
	}

	const isRight = kind === 'file' ? status.isFile() : status.isDirectory();
	return isRight ? undefined : listingOf(status, place);
}

/** Returns what `ls -ldn` says, but for links, size and time: type and permissions, owner, group, path. */
function listingOf(status: Stats, place: string): string {
	const types = [
		status.isDirectory() && 'd',
		status.isSymbolicLink() && 'l',
		status.isFIFO() && 'p',
		status.isSocket() && 's',
		status.isFile() && '-',
	];
	const letters = [...'rwxrwxrwx']
		.map((letter, index) => ((status.mode & (0o400 >> index)) === 0 ? '-' : letter))
		.join('');
	return `${types.find((type) => type !== false) ?? '?'}${letters} ${status.uid} ${status.gid} ${place}`;
}
