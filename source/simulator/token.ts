import type {Configuration} from './home.ts';
import type {Account, ResourceGroup, Services} from './services.ts';

/** How the operator logged in; after a login with an API key the account cannot be switched (documented). */
export const grantTypes = ['passcode', 'password', 'apikey'] as const;
export type GrantType = (typeof grantTypes)[number];

/** A login: how it was made, the number of its session, and how long its access token lasts. */
export interface Login {
	readonly grantType: GrantType;
	readonly sessionId: string;
	/** At most 60 minutes (documented), which is the default. */
	readonly seconds?: number;
}

/** The claims of the access token that the simulator reads back (from source: core_config/iam_token.go). */
export interface Claims {
	readonly session_id: string;
	readonly exp: number;
	readonly grant_type: string;
}

/** The refresh token of a session that has ended; that of others is `simulated-refresh-token`. Neither is a secret. */
export const expiredRefreshToken = 'simulated-refresh-token-expired';

/** Makes an access token that anybody can decode and nobody can use: algorithm `none`, a signature that is a word. */
export function makeAccessToken({operator}: Services, account: Account | undefined, login: Login): string {
	const now = Math.floor(Date.now() / 1000);
	const [givenName, familyName] = operator.name.split(' ');
	const claims = {
		iam_id: 'IBMid-0000001234',
		id: 'IBMid-0000001234',
		realmid: 'IBMid',
		session_id: login.sessionId,
		identifier: '0000001234',
		given_name: givenName,
		family_name: familyName,
		name: operator.name,
		email: operator.email,
		sub: operator.email,
		// Without a linked classic account `ims` is absent (inferred).
		account: account && {valid: true, bss: account.guid, ims: account.classicNumber},
		iat: now,
		exp: now + (login.seconds ?? 3600),
		iss: 'https://iam.cloud.ibm.com/identity',
		grant_type: `urn:ibm:params:oauth:grant-type:${login.grantType}`,
		scope: 'ibm openid',
	};
	const encode = (text: string) => Buffer.from(text).toString('base64url');
	const header = encode(JSON.stringify({kid: 'simulated', alg: 'none'}));
	return `Bearer ${header}.${encode(JSON.stringify(claims))}.${encode('simulated')}`;
}

/** Reads the claims of a token as it stands in the configuration; undefined where it is no token. */
export function readClaims(token: string): Claims | undefined {
	try {
		return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as Claims;
	} catch {
		return undefined;
	}
}

/** Gives the configuration after a login or a switch of account: new tokens, the account, no resource group. */
export function logIn(
	configuration: Configuration,
	services: Services,
	account: Account | undefined,
	login: Login,
): Configuration {
	return {
		...configuration,
		IAMToken: makeAccessToken(services, account, login),
		IAMRefreshToken: 'simulated-refresh-token',
		Account: {GUID: account?.guid ?? '', Name: account?.name ?? '', Owner: account?.owner ?? ''},
		ResourceGroup: groupFields(undefined),
		LoginAt: new Date().toISOString(),
		LastSessionUpdateTime: Math.floor(Date.now() / 1000),
	};
}

/** Gives a resource group as `config.json` has it; "targeted" means that id and name are not empty (from source). */
export function groupFields(group: ResourceGroup | undefined): Configuration['ResourceGroup'] {
	return {
		GUID: group?.id ?? '',
		Name: group?.name ?? '',
		State: group ? 'ACTIVE' : '',
		Default: group?.isDefault ?? false,
		QuotaID: group ? 'a3d7b8d01e261c24677937c29ab33f3c' : '',
	};
}
