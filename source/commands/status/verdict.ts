import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus, statusOfUnread} from '../../plan/status.ts';
import {usernameIn, type Gap, type StatusCell} from './matrix.ts';

/** What the cells come to, compared with what was expected. */
export interface Verdict {
	/** The cells that were read and hold something else. */
	readonly differing: readonly StatusCell[];
	/** Why something was not read, each reason once. */
	readonly errors: readonly CliError[];
	readonly exitStatus: number;
}

/**
 * 0 only where everything that was asked for was read, and is as expected. What differs says more than what
 * was not read; and where nothing was read, a prerequisite that is missing says more than that.
 */
export function verdictOf(cells: readonly StatusCell[], gaps: readonly Gap[]): Verdict {
	const read = cells.filter(({credential}) => credential.ok);
	const differing = read.filter((cell) => !isAsExpected(cell));
	const all = [
		...cells.flatMap(({credential}) => (credential.ok ? [] : [credential.error])),
		...gaps.map(({error}) => error),
	];
	const errors = [...new Map(all.map((error) => [`${error.kind} ${error.words}`, error])).values()];
	const isBlind = read.length === 0;
	const unread = isBlind || errors.length === 0 ? statusOfUnread(errors) : exitStatus.partly;
	return {differing, errors, exitStatus: differing.length > 0 ? exitStatus.differs : unread};
}

/** Whether a cell holds what is expected there, if anything is. */
export function isAsExpected(cell: StatusCell): boolean {
	return cell.expected === undefined || usernameIn(cell) === cell.expected;
}
