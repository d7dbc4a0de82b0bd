import {commands} from '../list.ts';
import {version} from '../version.ts';
import {complete} from './complete.ts';
import {pluginMetadata} from './metadata.ts';

/** The host completes by itself, by what this program answers: it has no use for a script. */
const offered = ({name}: {readonly name: string}): boolean => name !== 'completion';

/** What the host of a plug-in is answered to its two own questions. */
export const hostAnswers = {
	SendMetadata: (): string => JSON.stringify(pluginMetadata(version, commands.filter(offered))),
	SendCompletion: (words: readonly string[]): string => complete(commands.filter(offered), words),
} as const;
