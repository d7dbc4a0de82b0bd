import {lstatSync, readFileSync, readlinkSync, type Stats} from 'node:fs';
import path from 'node:path';
import {attempt, systemCode} from './system-error.ts';

const groupWrite = 0o020;
const othersWrite = 0o002;
const sticky = 0o1000;
const mostLinks = 40;

/**
 * Checks that only the operator and root can change what a path leads to. Looks at every directory from the
 * root down, and at every symbolic link with all that it leads through. A directory of root with the sticky
 * bit is safe: nobody can remove other users' files there. A missing path is as safe as its directory.
 *
 * The default rules are the strict ones for our own files: the path itself is no link, and no group may write
 * on the way but one of the operator alone. With `allowsOwnGroups`, every group of the operator may write, as
 * on the way to a Homebrew program.
 *
 * @returns the first step that somebody else can change, as `ls -ldn` prints it: mode, numeric owner and
 * group, path; or the error code and the path of a step that cannot be inspected. Undefined if all is safe.
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
		// `..` after a link leads to a directory that has been checked already.
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

/** Returns the status of a path; undefined if nothing is there, the error code if it cannot be inspected. */
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
		// The mode of a link means nothing: its directory tells who can replace it. Our own files are no links.
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
 * Reports whether the operator is the only member of a group. Debian, Ubuntu and Red Hat give every user such
 * a group, and let it write to new directories. A group that is not in `/etc/group` may have any members.
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

/** Returns the rows of a file, split at colons; none if it cannot be read, so that it lists nobody. */
function rowsOf(file: string): string[][] {
	const text = attempt(() => readFileSync(file, 'utf8')) ?? '';
	return text.split('\n').map((row) => row.split(':'));
}

/**
 * Reports whether an owner is root. In a user namespace (a rootless container), an owner who has no id there
 * counts as well: that is how the real root looks from inside.
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
 * Checks one of our own files or directories: only the operator can change it, and it is still what we made,
 * no pipe, and no directory in place of a file. Returns what is wrong, in the form of `foreignHop`.
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

/** Returns what `ls -ldn` prints, without links, size and time: type and permissions, owner, group, path. */
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
