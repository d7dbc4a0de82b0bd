import type {Call} from './call.ts';
import {Failure} from './failure.ts';
import type {Configuration} from './home.ts';
import type {Account, ResourceGroup, User} from './services.ts';
import {expiredRefreshToken, grantTypes, makeAccessToken, readClaims} from './token.ts';
import type {GrantType} from './token.ts';

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
 * Gives the session of the configuration directory, or fails in the words of the program that asks. An expired access
 * token with a good refresh token is refreshed silently, which rewrites `config.json` (from source).
 */
export function requireSession(call: Call): Session {
	let configuration = call.home.read();
	const claims = readClaims(configuration.IAMToken);
	if (claims === undefined) throw notLoggedIn(call);
	const sessionId = claims.session_id;
	if (call.services.endedSessions.includes(sessionId)) throw sessionOver(call, 'idle');
	const account = call.services.accounts.find(({guid}) => guid === configuration.Account.GUID);
	const grantType = grantTypes.find((type) => claims.grant_type.endsWith(`:${type}`)) ?? 'passcode';
	// Expired = less than ten seconds left (from source).
	if (claims.exp * 1000 < Date.now() + 10_000) {
		if (['', expiredRefreshToken].includes(configuration.IAMRefreshToken)) throw sessionOver(call, 'refresh');
		configuration = {
			...configuration,
			IAMToken: makeAccessToken(call.services, account, {grantType, sessionId}),
		};
		call.home.write(configuration);
	}
	const {GUID, Name} = configuration.ResourceGroup;
	const group = GUID === '' || Name === '' ? undefined : account?.groups.find(({id}) => id === GUID);
	return {configuration, sessionId, grantType, account, group};
}

/** Gives the session and its account; without one it fails in the core's words (seen). */
export function requireAccount(call: Call): {readonly session: Session; readonly account: Account} {
	const session = requireSession(call);
	if (session.account === undefined)
		throw new Failure("No account targeted, use 'ibmcloud target -c ACCOUNT_ID'");
	return {session, account: session.account};
}

/** Gives the users of the classic account that is linked to the targeted one: all that `sl` can see (from source). */
export function requireUsers(call: Call): readonly User[] {
	const {session, account} = requireAccount(call);
	// Not supported over private endpoints (documented); the wording is unknown.
	if (session.configuration.IsPrivate)
		throw slFailure(call, 'This command is not supported in a private endpoint session.');
	// The words are those of a trusted profile (seen); for an ordinary user they are unknown.
	if (account.classicNumber === undefined) {
		const words = 'Token received with no IMS account id, required for a TrustedProfile';
		throw slFailure(call, `SoftLayer_Exception: ${words} (HTTP 500)`);
	}
	return call.services.users[account.classicNumber] ?? [];
}

/** Makes a failure as `sl` words it: its own sentence, then the server's; between them an empty line in `list` (seen). */
export function slFailure({name, voice}: Call, serverSentence: string): Failure {
	return name === 'sl user list'
		? new Failure(voice.sentence('listUsersFailed'), '', serverSentence)
		: new Failure(voice.sentence('addKeyFailed'), serverSentence);
}

function notLoggedIn(call: Call): Failure {
	// Nothing of what `sl` says then speaks of logging in (seen; the check of the host program was absent in that run).
	return call.name.startsWith('sl ')
		? slFailure(call, 'SoftLayer_Exception_Public: Access Denied.  (HTTP 401)')
		: new Failure(call.voice.sentence('notLoggedIn'));
}

function sessionOver(call: Call, reason: 'idle' | 'refresh'): Failure {
	if (call.name.startsWith('sl ')) return slFailure(call, 'The refresh token has expired. Log in again.');
	if (call.name.startsWith('ks ')) return new Failure(call.voice.sentence('tokenExpired'));
	const message =
		reason === 'idle'
			? "error code: BXNIM0439E, message: Session 'C-00000000' is invalidated due to inactivity.."
			: 'error code: BXNIM0408E, message: Provided refresh token is expired.';
	return new Failure(
		`Authentication failed. Unable to refresh auth token: Remote server error. Status code: 400, ${message} Try again later.`,
	);
}
