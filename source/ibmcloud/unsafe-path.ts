import {foreignPlace} from '../disk/only-mine.ts';
import type {CliError} from './types.ts';

/** Why a place of ours is unsafe, as `ls` says it; undefined where only the operator can change it. */
export function unsafePath(place: string, kind: 'file' | 'directory'): CliError | undefined {
	const words = foreignPlace(place, kind);
	return words === undefined ? undefined : {kind: 'place-unsafe', words, command: 'ls -ldn'};
}
