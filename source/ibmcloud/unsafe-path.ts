import {foreignPlace} from '../disk/only-mine.ts';
import type {CliError} from './types.ts';

/** Why a place of our own must not be used, in the words of `ls`; undefined where only the operator can change it. */
export function unsafePath(place: string, kind: 'file' | 'directory'): CliError | undefined {
	const hop = foreignPlace(place, kind);
	return hop === undefined
		? undefined
		: {kind: 'place-unsafe', words: `${hop.listing} ${hop.path}`, command: 'ls -ldn'};
}
