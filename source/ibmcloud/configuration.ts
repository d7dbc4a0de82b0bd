import {cleanLine} from '../secrets/clean.ts';
import {isObject, parseObject, type JsonObject} from '../secrets/json.ts';
import {Secret} from '../secrets/secret.ts';
import {readConfigurationFile} from './configuration-file.ts';
import {isAccountNumber} from './facts/accounts.ts';
import {countOf, fieldOf, present, textField} from './parsers/fields.ts';
import {isPrivateEndpoint} from './parsers/target.ts';
import type {Account, Configuration} from './types.ts';

/**
 * The CLI's own configuration, read only. Its format is internal to IBM (from source: ibm-cloud-cli-sdk
 * 1.12.1), so any field may be missing, and `ibmcloud target` confirms what is read here. The tokens in it
 * leave neither this file nor `configuration-file.ts`, except the refresh token, as a secret.
 */

/** Reads the configuration; returns undefined if it is missing or unreadable. Never throws. */
export function readConfiguration(file: string): Configuration | undefined {
	const content = readConfigurationFile(file);
	return content === undefined ? undefined : configurationIn(content);
}

/** Reads the login's refresh token. It gives full access: read it only where the operator sends it. */
export function readRefreshToken(file: string): Secret | undefined {
	const token = fieldOf(readConfigurationFile(file), 'IAMRefreshToken');
	return typeof token === 'string' && token !== '' ? new Secret(token) : undefined;
}

/** Interprets the content of `config.json`. */
export function configurationIn(content: JsonObject): Configuration {
	const token = fieldOf(content, 'IAMToken');
	const claims = claimsOf(token);
	const loggedIn = isFilled(token) || isFilled(fieldOf(content, 'IAMRefreshToken'));
	const group = pairOf(fieldOf(content, 'ResourceGroup'));
	return {
		loggedIn,
		...(loggedIn ? {...sessionOf(claims), ...accountOf(fieldOf(content, 'Account'), claims)} : {}),
		...present({
			// From source: a group is targeted only if both its id and its name are set.
			group: group.id === '' || group.name === '' ? undefined : group,
			region: textField(content, 'Region'),
		}),
		isPrivate: fieldOf(content, 'IsPrivate') === true || isPrivateEndpoint(textField(content, 'APIEndpoint')),
	};
}

function sessionOf(claims: unknown): Partial<Configuration> {
	const expiry = countOf(claims, 'exp');
	const grant = textField(claims, 'grant_type');
	return present({
		user: ['email', 'sub', 'name', 'id'].map((name) => textField(claims, name)).find(Boolean),
		tokenExpiresAt: expiry === undefined ? undefined : expiry * 1000,
		apiKeyLogin: grant === '' ? undefined : /:apikey$/iu.test(grant),
	});
}

/** The linked classic account is `account.ims` (from source); without it none is linked (inferred). */
function accountOf(account: unknown, claims: unknown): Partial<Configuration> {
	const {id, name} = pairOf(account);
	const accountClaims = fieldOf(claims, 'account');
	const number = textField(accountClaims, 'ims');
	const linked = isAccountNumber(number) ? number : null;
	return present({
		account: id === '' ? undefined : {id, name},
		classicAccount: isObject(accountClaims) ? linked : undefined,
	});
}

function pairOf(object: unknown): Account {
	return {id: textField(object, 'GUID', 'id'), name: textField(object, 'Name')};
}

function isFilled(value: unknown): boolean {
	return typeof value === 'string' && cleanLine(value) !== '';
}

/** Decodes the payload of a token. The signature is not checked: nothing is trusted because of it. */
export function claimsOf(token: unknown): unknown {
	const payload = typeof token === 'string' ? /\.([^.]+)\./u.exec(token)?.[1] : undefined;
	return payload === undefined ? undefined : parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
}

/** Returns the id of the account an IAM token acts in (`account.bss`, from source), or undefined. */
export function accountOfToken(token: Secret): string | undefined {
	return textField(fieldOf(claimsOf(token.reveal()), 'account'), 'bss') || undefined;
}
