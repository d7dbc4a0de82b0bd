import {commands} from '../list.ts';
import {version} from '../version.ts';
import {complete} from './complete.ts';
import {pluginMetadata} from './metadata.ts';

/** The host completes, helps, and says versions by itself. */
const offered = ({name}: {readonly name: string}): boolean =>
	!['completion', 'help', 'version'].includes(name);

/** What the host of a plug-in is answered to its two own questions. */
export const hostAnswers = {
	SendMetadata: (): string => JSON.stringify(pluginMetadata(version, commands.filter(offered))),
	SendCompletion: (words: readonly string[]): string => complete(commands.filter(offered), words),
} as const;
