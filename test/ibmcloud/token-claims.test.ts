import assert from 'node:assert/strict';
import {test} from 'node:test';
import {accountOfToken, claimsOf} from '../../source/ibmcloud/configuration.ts';
import {Secret} from '../../source/secrets/secret.ts';

function token(claims: unknown): string {
	return `eyJhbGciOiJ4In0.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}

test('the claims of a token are its middle part, with or without the word before it', () => {
	const claims = {iss: 'https://iam.cloud.ibm.com', name: 'Zoë ÿ?>'};
	for (const text of [token(claims), `Bearer ${token(claims)}`]) {
		assert.deepEqual(claimsOf(text), claims);
	}

	for (const none of [undefined, 7, '', 'a.b', '..c', token([1]), token('a'), 'a.!!!.c']) {
		assert.equal(claimsOf(none), undefined, String(none));
	}
});

test('the account of a token is what it says, or not known', () => {
	assert.equal(accountOfToken(new Secret(token({account: {bss: 'abc123'}}))), 'abc123');
	for (const claims of [{}, {account: {}}, {account: {bss: ''}}, {account: null}]) {
		assert.equal(accountOfToken(new Secret(token(claims))), undefined);
	}
});
