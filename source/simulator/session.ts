import type {Call} from './command.ts';
import {Failure} from './failure.ts';
import type {Configuration} from './home.ts';
import {expiredRefreshToken, grantTypes, makeAccessToken, readClaims} from './token.ts';
import type {GrantType} from './token.ts';
import type {Account, ResourceGroup} from './world.ts';

/** A login that works, with what is targeted. */
export interface Session {
	readonly configuration: Configuration;
	readonly sessionId: string;
	readonly grantType: GrantType;
	readonly account: Account | undefined;
	/** The targeted resource group. */
	readonly group: ResourceGroup | undefined;
}

/**
 * The session of the configuration directory, or the failure in the words of the program that asks. An expired access
 * token with a good refresh token is refreshed silently, which rewrites `config.json` (from source).
 */
export function requireSession(call: Call): Session {
	let configuration = call.home.read();
	const claims = readClaims(configuration.IAMToken);
	if (claims === undefined) throw notLoggedIn(call);
	if (call.server.isSessionEnded(claims.session_id)) throw sessionOver(call, 'idle');
	const account = call.world.accounts.find((candidate) => candidate.guid === configuration.Account.GUID);
	const grantType = grantTypes.find((type) => claims.grant_type.endsWith(`:${type}`)) ?? 'passcode';
	// Expired = less than ten seconds left (from source).
	if (claims.exp * 1000 < Date.now() + 10_000) {
		if (configuration.IAMRefreshToken === '' || configuration.IAMRefreshToken === expiredRefreshToken)
			throw sessionOver(call, 'refresh');
		configuration = {
			...configuration,
			IAMToken: makeAccessToken(call.world, account, {grantType, sessionId: claims.session_id}),
		};
		call.home.write(configuration);
	}
	const {GUID, Name} = configuration.ResourceGroup;
	const group =
		GUID === '' || Name === '' ? undefined : account?.groups.find((candidate) => candidate.id === GUID);
	return {configuration, sessionId: claims.session_id, grantType, account, group};
}

/** The session and its account; without one, the core's words (seen). */
export function requireAccount(call: Call): {readonly session: Session; readonly account: Account} {
	const session = requireSession(call);
	if (session.account === undefined)
		throw new Failure("No account targeted, use 'ibmcloud target -c ACCOUNT_ID'");
	return {session, account: session.account};
}

function notLoggedIn(call: Call): Failure {
	// Nothing of what `sl` says then speaks of logging in (seen; the check of the host program was absent in that run).
	if (call.name.startsWith('sl '))
		return slFailure(call, 'SoftLayer_Exception_Public: Access Denied.  (HTTP 401)');
	return new Failure(call.terminal.words('notLoggedIn'));
}

function sessionOver(call: Call, reason: 'idle' | 'refresh'): Failure {
	if (call.name.startsWith('sl ')) return slFailure(call, 'The refresh token has expired. Log in again.');
	if (call.name.startsWith('ks ')) return new Failure(call.terminal.words('tokenExpired'));
	const message =
		reason === 'idle'
			? "error code: BXNIM0439E, message: Session 'C-00000000' is invalidated due to inactivity.."
			: 'error code: BXNIM0408E, message: Provided refresh token is expired.';
	return new Failure(
		`Authentication failed. Unable to refresh auth token: Remote server error. Status code: 400, ${message} Try again later.`,
	);
}

/** A failure as `sl` words it: its own sentence, then the server's; an empty line between them only in `list` (seen). */
export function slFailure(call: Call, serverSentence: string): Failure {
	if (call.name === 'sl user list')
		return new Failure(call.terminal.words('listUsersFailed'), '', serverSentence);
	const sentence = call.name === 'sl user apikey' ? 'addKeyFailed' : 'getUserFailed';
	return new Failure(call.terminal.words(sentence), serverSentence);
}
