import {foreignPlace} from '../disk/only-mine.ts';
import type {CliError} from './types.ts';

/** Returns why a path of ours is unsafe, as `ls` shows it; undefined if only the operator can change it. */
export function unsafePath(place: string, kind: 'file' | 'directory'): CliError | undefined {
	const words = foreignPlace(place, kind);
	return words === undefined ? undefined : {kind: 'place-unsafe', words, command: 'ls -ldn'};
}
