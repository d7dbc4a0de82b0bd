import type {CliError} from '../ibmcloud/types.ts';
import {exitStatus, isPrerequisite} from '../plan/status.ts';

/** The exit status of a check that could not read everything: a missing prerequisite comes first. */
export function unreadStatus(errors: readonly CliError[]): number {
	return errors.some(({kind}) => isPrerequisite(kind)) ? exitStatus.prerequisite : exitStatus.partly;
}
