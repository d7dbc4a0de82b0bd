import {randomUUID} from 'node:crypto';

import type {Configuration} from './home.ts';
import type {Account, ResourceGroup, World} from './world.ts';

/** How long an access token lasts (documented: at most 60 minutes). */
const accessTokenSeconds = 3600;
/** Refresh tokens in the configuration: neither is a secret, the second one no longer works. */
const refreshToken = 'simulated-refresh-token';
/** The refresh token of a session that has ended. */
export const expiredRefreshToken = 'simulated-refresh-token-expired';

/** How the operator logged in; after a login with an API key the account cannot be switched (documented). */
export const grantTypes = ['passcode', 'password', 'apikey'] as const;
export type GrantType = (typeof grantTypes)[number];

/** The claims of the access token that the simulator reads back (from source: core_config/iam_token.go). */
export interface Claims {
	readonly session_id: string;
	readonly exp: number;
	readonly grant_type: string;
}

/** Makes an access token that anybody can decode and nobody can use: algorithm `none`, a signature that is a word. */
export function makeAccessToken(
	world: World,
	account: Account | undefined,
	options: {readonly grantType: GrantType; readonly sessionId: string; readonly lifetimeSeconds?: number},
): string {
	const now = Math.floor(Date.now() / 1000);
	const [givenName = '', familyName = ''] = world.operator.name.split(' ');
	const claims = {
		iam_id: 'IBMid-0000001234',
		id: 'IBMid-0000001234',
		realmid: 'IBMid',
		session_id: options.sessionId,
		identifier: '0000001234',
		given_name: givenName,
		family_name: familyName,
		name: world.operator.name,
		email: world.operator.email,
		sub: world.operator.email,
		// Without a linked classic account `ims` is absent (inferred).
		account: account && {valid: true, bss: account.guid, ims: account.classicNumber},
		iat: now,
		exp: now + (options.lifetimeSeconds ?? accessTokenSeconds),
		iss: 'https://iam.cloud.ibm.com/identity',
		grant_type: `urn:ibm:params:oauth:grant-type:${options.grantType}`,
		scope: 'ibm openid',
	};
	return `Bearer ${encode({kid: 'simulated', alg: 'none'})}.${encode(claims)}.${Buffer.from('simulated').toString('base64url')}`;
}

function encode(value: unknown): string {
	return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** The claims of a token as it stands in the configuration; undefined where it is no token. */
export function readClaims(token: string): Claims | undefined {
	const payload = token.split('.')[1];
	if (payload === undefined) return undefined;
	try {
		const claims: Claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
		return claims;
	} catch {
		return undefined;
	}
}

/** A session number of its own for every login. */
export function newSessionId(): string {
	return `C-${randomUUID()}`;
}

/** The configuration after a login or a switch of account: new tokens, the account, no resource group. */
export function logIn(
	configuration: Configuration,
	world: World,
	account: Account | undefined,
	options: {readonly grantType: GrantType; readonly sessionId: string; readonly lifetimeSeconds?: number},
): Configuration {
	return {
		...configuration,
		IAMToken: makeAccessToken(world, account, options),
		IAMRefreshToken: refreshToken,
		Account: {GUID: account?.guid ?? '', Name: account?.name ?? '', Owner: account?.owner ?? ''},
		ResourceGroup: groupFields(undefined),
		LoginAt: new Date().toISOString(),
		LastSessionUpdateTime: Math.floor(Date.now() / 1000),
	};
}

/** A resource group as `config.json` writes it; "targeted" means that id and name are not empty (from source). */
export function groupFields(group: ResourceGroup | undefined): Configuration['ResourceGroup'] {
	if (group === undefined) return {GUID: '', Name: '', State: '', Default: false, QuotaID: ''};
	return {
		GUID: group.id,
		Name: group.name,
		State: 'ACTIVE',
		Default: group.isDefault,
		QuotaID: 'a3d7b8d01e261c24677937c29ab33f3c',
	};
}
