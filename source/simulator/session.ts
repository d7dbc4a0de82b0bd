import type {Call} from './call.ts';
import {emptyConfiguration, type ConfigJson} from './configuration-directory.ts';
import type {CloudAccount, Services, User} from './services.ts';
import {ensure} from './output.ts';

/** How the operator logged in. After a login with an API key the account cannot be switched (documented). */
export type GrantType = 'passcode' | 'password' | 'apikey';

/** A login: how it was made, the id of its session, and how many seconds its access token lasts. */
export interface Login {
	readonly grantType: GrantType;
	readonly sessionId: string;
	/** At most 60 minutes (documented), which is the default. */
	readonly seconds?: number;
}

/** A valid login, with what is targeted. */
export interface LiveSession extends Login {
	readonly configuration: ConfigJson;
	readonly account: CloudAccount | undefined;
	readonly group: CloudAccount['groups'][number] | undefined;
}

/** The refresh token of an expired session. Like the other one, it is no secret. */
export const expiredRefreshToken = 'simulated-refresh-token-expired';

/** Returns the configuration after a login or a switch of account: new tokens, no resource group. */
export function logIn(
	configuration: ConfigJson,
	services: Services,
	account: CloudAccount | undefined,
	login: Login,
): ConfigJson {
	const {guid = '', name = '', owner = ''} = account ?? {};
	return {
		...configuration,
		IAMToken: makeAccessToken(services, account, login),
		IAMRefreshToken: 'simulated-refresh-token',
		Account: {GUID: guid, Name: name, Owner: owner},
		ResourceGroup: groupFields(undefined),
	};
}

/** Returns a resource group as it is in `config.json`: empty if none is targeted (from source). */
export function groupFields(group: LiveSession['group']): ConfigJson['ResourceGroup'] {
	const known = {State: 'ACTIVE', QuotaID: 'a3d7b8d01e261c24677937c29ab33f3c'};
	return group === undefined
		? emptyConfiguration.ResourceGroup
		: {GUID: group.id, Name: group.name, Default: group.isDefault, ...known};
}

/** Reads a login from its access token (from source: core_config/iam_token.go), or returns undefined. */
export function readLogin({IAMToken}: ConfigJson): (Login & {readonly expiresAt: number}) | undefined {
	const [, payload = ''] = IAMToken.split('.');
	if (payload === '') {
		return undefined;
	}

	const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<string, string>;
	const {session_id: sessionId = '', exp, grant_type: grant = ''} = claims;
	return {sessionId, grantType: grant.split(':').at(-1) as GrantType, expiresAt: Number(exp) * 1000};
}

/**
 * Returns the session of the configuration directory, or fails in the words of the calling program. An
 * expired access token with a good refresh token is refreshed silently, also in `config.json` (from source).
 */
export function requireSession(call: Call): LiveSession {
	const {name, directory, services, voice} = call;
	let configuration = directory.read();
	const login = readLogin(configuration);
	// `sl` then says nothing about logging in (seen, without the check of the host program).
	const denied = 'SoftLayer_Exception_Public: Access Denied.  (HTTP 401)';
	const isSl = name.startsWith('sl ');
	ensure(login !== undefined, ...(isSl ? slLines(call, denied) : [voice.say('notLoggedIn')]));
	const isIdle = services.endedSessions.includes(login.sessionId);
	// Expired means less than ten seconds left (from source).
	const isExpired = login.expiresAt < Date.now() + 10_000;
	const canRefresh = configuration.IAMRefreshToken !== expiredRefreshToken;
	ensure(!isIdle && (!isExpired || canRefresh), ...sessionOver(call, isIdle));
	const account = services.accounts.find(({guid}) => guid === configuration.Account.GUID);
	if (isExpired) {
		configuration = {...configuration, IAMToken: makeAccessToken(services, account, login)};
		directory.write(configuration);
	}

	const group = account?.groups.find(({id}) => id === configuration.ResourceGroup.GUID);
	return {...login, configuration, account, group};
}

/** Returns the session if an account is targeted; else fails in the core's words (seen). */
export function requireAccount(call: Call): LiveSession & {readonly account: CloudAccount} {
	const {account, ...session} = requireSession(call);
	ensure(account !== undefined, noAccount);
	return {...session, account};
}

/** What the core says without an account, as an error and as the target (seen). */
export const noAccount = "No account targeted, use 'ibmcloud target -c ACCOUNT_ID'";

/** Returns the users of the linked classic account: all that `sl` can see (from source). */
export function requireUsers(call: Call): readonly User[] {
	const {configuration, account} = requireAccount(call);
	// Not supported over private endpoints (documented); the wording is unknown.
	const noPrivate = 'This command is not supported in a private endpoint session.';
	ensure(!configuration.IsPrivate, ...slLines(call, noPrivate));
	// These words are for a trusted profile (seen); those for an ordinary user are unknown.
	const noNumber = 'Token received with no IMS account id, required for a TrustedProfile (HTTP 500)';
	ensure(account.classicNumber !== undefined, ...slLines(call, `SoftLayer_Exception: ${noNumber}`));
	return call.services.users[account.classicNumber] ?? [];
}

/** Words a failure as `sl` does: its sentence, then the server's; in `list` an empty line between (seen). */
export function slLines({name, voice}: Call, serverSentence: string): string[] {
	return name === 'sl user list'
		? [voice.say('listUsersFailed'), '', serverSentence]
		: [voice.say('addKeyFailed'), serverSentence];
}

function sessionOver(call: Call, isIdle: boolean): string[] {
	if (call.name.startsWith('sl ')) {
		return slLines(call, 'The refresh token has expired. Log in again.');
	}

	const code = isIdle
		? "BXNIM0439E, message: Session 'C-00000000' is invalidated due to inactivity.."
		: 'BXNIM0408E, message: Provided refresh token is expired.';
	const words = `Remote server error. Status code: 400, error code: ${code} Try again later.`;
	const core = `Authentication failed. Unable to refresh auth token: ${words}`;
	return [call.name.startsWith('ks ') ? call.voice.say('tokenExpired') : core];
}

/** Makes an access token that anybody can decode and nobody can use: its signature is a word. */
function makeAccessToken({operator}: Services, account: CloudAccount | undefined, login: Login): string {
	const now = Math.floor(Date.now() / 1000);
	const claims = {
		session_id: login.sessionId,
		name: operator.name,
		email: operator.email,
		sub: operator.email,
		// Without a linked classic account `ims` is absent (inferred).
		account: account && {valid: true, bss: account.guid, ims: account.classicNumber},
		iat: now,
		exp: now + (login.seconds ?? 3600),
		grant_type: `urn:ibm:params:oauth:grant-type:${login.grantType}`,
	};
	const encode = (text: string) => Buffer.from(text).toString('base64url');
	return `Bearer ${encode('{"alg":"none"}')}.${encode(JSON.stringify(claims))}.${encode('simulated')}`;
}
