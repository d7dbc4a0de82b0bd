import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorCodeIn, fits, statusIn, type ErrorRow} from '../../source/ibmcloud/error-row.ts';
import {errorTable} from '../../source/ibmcloud/error-table.ts';
import type {ErrorKind} from '../../source/ibmcloud/types.ts';

const ks = 'ibmcloud ks credential set classic';
const sl = 'ibmcloud sl user list';
const naming = (words: string, command: string): string => `${command} --name "${words}"`;

function rowOf(text: string, command: string): ErrorRow | undefined {
	return errorTable.find((row) =>
		fits(row, {text, command, code: errorCodeIn(text), status: statusIn(text)}),
	);
}

const examples: ReadonlyArray<readonly [ErrorKind, string, string]> = [
	['network', ks, 'Post "https://x.example": dial tcp: lookup x.example: no such host'],
	['network', sl, 'net/http: request canceled (Client.Timeout exceeded while awaiting headers)'],
	['network', ks, 'Get "https://x.example": x509: certificate signed by unknown authority'],
	['network', ks, '407 Proxy Authentication Required'],
	['network', ks, 'Post "https://x.example": proxyconnect tcp: EOF'],
	['answer-broken', ks, 'read tcp 10.0.0.1:1->10.0.0.2:443: read: connection reset by peer'],
	['answer-broken', ks, 'Get "http://127.0.0.1:80/x": EOF'],
	['answer-broken', ks, 'Get "https://x.example": unexpected EOF'],
	['answer-broken', ks, 'FAILED\n  EOF \n'],
	['cluster-not-found', ks, 'Xxx. (G0004)'],
	['api-key-unusable', ks, 'Xxx. (P0005)'],
	['api-key-unusable', ks, 'Xxx. (NHC009)'],
	['creation-restricted', ks, 'Xxx. (E501e)'],
	['session-expired', sl, 'Xxx: 400, yyy: BXNIM0400E, zzz'],
	['session-expired', sl, 'Xxx: 400, yyy: BXNIM0407E, zzz'],
	['session-expired', sl, 'Xxx: 400, yyy: BXNIM0408E, zzz'],
	['session-expired', sl, 'Xxx: 400, yyy: BXNIM0439E, zzz'],
	['address-restricted', sl, 'Xxx: 403, yyy: BXNIM0513E, zzz'],
	['api-key-unusable', ks, 'Xxx: 400, yyy: BXNIM0415E, zzz'],
	['api-key-unusable', 'ibmcloud oc cluster ls', 'Code: BX0415EWQA, zzz'],
	['session-expired', sl, 'Xxx: 400, yyy: BXNIM0415E, zzz'],
	['session-expired', sl, 'Code: BX0415EWQA, zzz'],
	['session-expired', naming('ks ', sl), 'Code: BX0415EWQA, zzz'],
	['plugin-missing', ks, "'ks' ist kein registrierter Befehl. Siehe 'ibmcloud help'."],
	['session-expired', sl, 'SoftLayer_Exception_Account_Authentication_AccessTokenValidation: x (HTTP 401)'],
	['session-expired', sl, 'SoftLayer_Exception_InvalidLegacyToken: Invalid API token. (HTTP 401)'],
	['key-invalid', ks, 'SoftLayer_Exception_InvalidLegacyToken: x (HTTP 401)'],
	['key-invalid', naming('sl ', ks), 'SoftLayer_Exception_InvalidLegacyToken: x (HTTP 401)'],
	['key-invalid', ks, 'SoftLayer_Exception_User_Customer_LoginFailed: x (HTTP 500)'],
	['rate-limited', sl, 'SoftLayer_Exception_WebService_RateLimitExceeded: x (HTTP 500)'],
	['service-unavailable', sl, 'SoftLayer_Exception_WebService_Maintenance: x (HTTP 200)'],
	['user-gone', 'ibmcloud sl user detail 7002', 'SoftLayer_Exception_ObjectNotFound: x (HTTP 404)'],
	['user-gone', 'ibmcloud sl user detail 7002', 'SoftLayer_Exception_User_ObjectNotFound: x (HTTP 404)'],
	['permission-denied', sl, 'SoftLayer_Exception_PermissionDenied: x (HTTP 500)'],
	['answer-broken', sl, "invalid character '<' looking for beginning of value"],
	['answer-broken', sl, String.raw`invalid character '\x00' in string literal`],
	['answer-broken', sl, 'Xxx: 403; yyy: <html>blocked</html>'],
	['answer-broken', sl, 'Xxx：403 <!DOCTYPE html>'],
	['answer-broken', sl, 'SoftLayer_Exception_Public: Empty Response (HTTP 200)'],
	['rate-limited', sl, '429 Too Many Requests'],
	['service-unavailable', sl, '408 Request Timeout'],
	['rate-limited', sl, 'Xxx: 502; SoftLayer_Exception_Public: x (HTTP 429)'],
	['service-unavailable', sl, '504 Gateway Time-out'],
	['service-unavailable', sl, '504 Gateway Timeout'],
	['service-unavailable', sl, 'Xxx was HTTP 503.'],
	['service-unavailable', sl, 'Xxx：502；yyy'],
	['service-unavailable', sl, 'Xxx: 502 ; yyy'],
	['plugin-missing', ks, "'container-registry' is not a registered command. See 'bx help'."],
	['no-classic-account', ks, 'Xxx has no IMS account id.'],
	['key-exists', sl, 'Each user can only have a single API key.'],
	['user-pending', sl, 'Xxx an API key for a user in PENDING status.'],
	['totp-required', ks, 'Time-based One Time Password authentication is required'],
	['key-invalid', ks, 'Invalid API key'],
	['key-invalid', ks, 'Ungültiges API-Token: Invalid API Token'],
	['api-key-unusable', ks, 'The IAM token exchange request failed with the message: x'],
	['session-expired', sl, 'The refresh token has expired'],
	['session-expired', sl, 'The refresh token is expired'],
	['session-expired', sl, 'FAILED\nSession inactive: x'],
	['not-logged-in', sl, 'Not logged in.'],
	['no-account-targeted', sl, 'No account targeted.'],
	['no-account-targeted', sl, "BSS Account 'x y' was not found."],
	['no-group-targeted', ks, 'No resource group targeted.'],
	['no-classic-account', ks, 'We were unable to connect to your Softlayer account.'],
	['registry-role', ks, 'The cluster could not be configured with the registry.'],
	['user-lacks-permissions', ks, "'Item' must be ordered with permission."],
	['worker-orphaned', ks, 'incorrect account for worker'],
	['worker-missing', ks, "The worker node instance 'a b' can't be found."],
	['worker-missing', ks, 'The specified worker node could not be found. (E0011)'],
	['cluster-not-found', ks, 'The specified cluster could not be found.'],
	['creation-restricted', ks, 'Classic cluster creation is not supported.'],
	['session-expired', sl, 'Please log in again.'],
	['session-expired', sl, 'Please login again.'],
	['session-expired', sl, 'Could not refresh IAM token. Please login again'],
	['permission-denied', sl, 'You are not authorized to do this.'],
	['role-too-low', ks, 'You are not authorized to do this.'],
	['permission-denied', sl, 'SoftLayer_Exception_Public: Access denied. (HTTP 401)'],
	['permission-denied', sl, 'SoftLayer_Exception: Access denied. (HTTP 403)'],
	['session-expired', sl, '401 Unauthorized'],
	['permission-denied', sl, '403 Forbidden'],
	['role-too-low', ks, '403 Forbidden'],
	['not-logged-in', sl, "Nicht angemeldet. Verwenden Sie 'ibmcloud login'."],
	['service-unavailable', sl, '500 Internal Server Error'],
];

test('what a failure is by its code, its name, its status or its sentence, and the command that said it', () => {
	for (const [kind, command, text] of examples) {
		assert.equal(rowOf(text, command)?.kind, kind, `${command}: ${text}`);
	}
});

test('every row of the table is there for one of these, and carries its evidence', () => {
	const found = new Set(examples.map(([, command, text]) => rowOf(text, command)));
	assert.deepEqual(
		errorTable.filter((row) => !found.has(row)),
		[],
	);
	for (const {evidence} of errorTable) {
		assert.match(evidence, /^(?:documented|from source|seen|inferred)\b/u);
	}
});

test('what only looks like one of these is none', () => {
	for (const [command, text] of [
		[ks, 'The list ends at EOF'],
		[ks, 'EOF of the list'],
		[ks, "'ks' is new.\nSee 'ibmcloud help'."],
		[sl, 'Invalid API key'],
		[naming('ks ', sl), 'Invalid API key'],
		[naming('sl user x', ks), 'SoftLayer_Exception_ObjectNotFound: x'],
		[sl, 'The IAM token exchange request failed.'],
		[sl, 'Time-based One Time Password authentication is required'],
		[sl, 'SoftLayer_Exception_User_Customer_LoginFailed: x'],
		['ibmcloud sl user list', 'SoftLayer_Exception_ObjectNotFound: x'],
		['ibmcloud sl virtual detail 7002', 'SoftLayer_Exception_ObjectNotFound: x'],
		[sl, 'It says Session inactive: x'],
		[sl, 'It says Invalid token: x'],
		[sl, 'An External authentication failed.'],
		[sl, 'Xxx: 200 <html>'],
		[sl, `Xxx: 403 ${'y'.repeat(50)}<html>`],
		[ks, "BSS Account 'x' or 'y' was not found."],
		[ks, 'Something else that nobody has documented. (E0011)'],
		[ks, ''],
		[ks, '399 users, 512 servers; port 4031'],
	] as const) {
		assert.equal(rowOf(text, command), undefined, text);
	}
});
