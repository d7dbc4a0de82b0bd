import {regionNames} from '../../ibmcloud/facts/regions.ts';
import {languageTags} from '../../text/load-texts.ts';
import {describedCommands} from '../described.ts';
import type {Completion} from './scripts.ts';

/** The shells that have a completion script. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** What can be completed, for the scripts of the shells and for the host of a plug-in. */
export const completionData: Completion = {
	commands: describedCommands,
	values: {region: regionNames, output: ['json'], via: ['cli', 'api'], locale: languageTags},
	operands: {completion: shells},
};
