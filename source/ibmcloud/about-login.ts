import type {CliError} from './types.ts';

/** Whether a login is sure to mend it. */
export function isAboutLogin({kind}: CliError): boolean {
	return kind === 'session-expired' || kind === 'not-logged-in';
}

/**
 * Whether a login may mend it: IAM's words for a session that is gone are translated, and some have no code
 * (seen: real `sl` plug-in, BXNIM0407E). The service's own API says by its status what it is.
 */
export function mayBeAboutLogin({kind, command}: CliError): boolean {
	return (kind === 'unknown' || kind === 'permission-denied') && /^ibmcloud\b/u.test(command);
}
