import {parseObject} from '../../secrets/json.ts';
import type {Secret} from '../../secrets/secret.ts';
import {fieldOf, textOf} from './fields.ts';

/** The middle part of a token, decoded: nothing is trusted because of it, no signature is checked. */
export function claimsOf(token: unknown): unknown {
	const payload = typeof token === 'string' ? /\.([^.]+)\./u.exec(token)?.[1] : undefined;
	return payload === undefined ? undefined : parseObject(Buffer.from(payload, 'base64url').toString('utf8'));
}

/** The account id that an IAM token acts in (`account.bss`, from source); undefined without one. */
export function accountOfToken(token: Secret): string | undefined {
	return textOf(fieldOf(claimsOf(token.reveal()), 'account'), 'bss') || undefined;
}
