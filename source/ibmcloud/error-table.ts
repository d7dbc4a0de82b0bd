/**
 * How errors are told apart where the way the child ended and IBM's error code do not say it: in this order, the first
 * that fits wins. Whatever stays the same in every language stands first (Go's network errors, exception classes,
 * HTTP statuses, commands quoted in the message); English sentences are the last resort.
 *
 * A new error is one new entry. Evidence as in the reference: documented, from source, seen, inferred.
 */

import type {ErrorKind} from './types.ts';

/** One way to recognise one kind of error. */
export interface ErrorEntry {
	readonly kind: ErrorKind;
	readonly recognise: RegExp;
	readonly evidence: string;
}

/** Stands before the error codes: a failed connection also carries wording such as "please login again". */
export const networkErrors: readonly ErrorEntry[] = [
	{
		kind: 'network',
		recognise:
			/\bdial (?:tcp|udp)\b|\bi\/o timeout\b|\bconnection refused\b|\bconnection reset by peer\b|\bno such host\b|\bno route to host\b|\bnetwork is unreachable\b|\bserver misbehaving\b/iu,
		evidence:
			'seen: ocs-ci #4573, real sl plug-in (connection refused); the rest from the Go standard library',
	},
	{
		kind: 'network',
		recognise:
			/\bcontext deadline exceeded\b|\bClient\.Timeout\b|\bTLS handshake timeout\b|\bproxyconnect\b/iu,
		evidence: 'seen: real sl plug-in (context deadline exceeded); the rest from the Go standard library',
	},
	{
		kind: 'network',
		recognise: /\bx509: |\btls: |\b(?:Get|Post|Put|Delete) "https?:\/\/[^"\s]*": (?:unexpected )?EOF\b/u,
		evidence: 'inferred: wording of the Go standard library',
	},
];

/** What no language changes: commands in quotation marks, exception classes, HTTP statuses. */
export const stableErrors: readonly ErrorEntry[] = [
	{
		kind: 'plugin-missing',
		recognise: /'(?:ks|sl|oc|cs|kubernetes-service|container-service)'[^\n]*'ibmcloud help'/u,
		evidence: 'seen: ibm-cloud-cli-release #165; independent of the words between the two commands',
	},
	{
		kind: 'plugin-missing',
		recognise: /'[^'\n]{1,80}' is not a registered command/iu,
		evidence: 'seen: ibm-cloud-cli-release #165',
	},
	{
		kind: 'session-expired',
		recognise: /SoftLayer_Exception_Account_Authentication_AccessTokenValidation/u,
		evidence: 'from source and seen: real sl plug-in',
	},
	{
		kind: 'key-invalid',
		recognise: /SoftLayer_Exception_User_Customer_(?:Unauthorized|InvalidUserPassword|LoginFailed)/u,
		evidence:
			'documented: troubleshooting page (Unauthorized); the other two inferred from the class names of the API',
	},
	{
		kind: 'rate-limited',
		recognise:
			/SoftLayer_Exception_WebService_RateLimitExceeded|\bHTTP 429\b|\b429 Too Many Requests\b|\bStatus code: 429\b/iu,
		evidence: 'inferred: public clients of the API retry status 429 (from source: bluemix-go)',
	},
	{
		kind: 'service-unavailable',
		recognise:
			/SoftLayer_Exception_WebService_Maintenance|\bHTTP 50[234]\b|\b50[234] (?:Bad Gateway|Service Unavailable|Gateway Time-?out)\b|\bStatus code: 50[0234]\b/iu,
		evidence: 'seen: real sl plug-in (503); the other statuses inferred',
	},
	{
		kind: 'permission-denied',
		recognise: /SoftLayer_Exception_PermissionDenied/u,
		evidence: 'seen: real sl plug-in, with this class in every language',
	},
	{
		kind: 'user-gone',
		recognise: /SoftLayer_Exception\w*ObjectNotFound\b/u,
		evidence: 'seen: real sl plug-in; users are the only objects that we name by their number',
	},
	{
		kind: 'unreadable',
		recognise: /\binvalid character '.{1,6}' (?:looking for|after|in)\b|\bunexpected end of JSON input\b/u,
		evidence: 'seen: real sl plug-in behind a captive portal and with a cut answer',
	},
];

/** The last resort: English sentences, true only where the CLI speaks English. The server's own stay English. */
export const sentences: readonly ErrorEntry[] = [
	{
		kind: 'no-classic-account',
		recognise: /\bno IMS account id\b/iu,
		evidence: 'seen: ocs-ci #9295, for a trusted profile; the case of an ordinary user is unknown',
	},
	{
		kind: 'key-exists',
		recognise: /\bEach user can only have a single API key\b/iu,
		evidence: 'documented: SoftLayer Development Network; seen: real sl plug-in',
	},
	{
		kind: 'user-pending',
		recognise: /\bAPI key for a user in PENDING status\b/iu,
		evidence: 'documented: SoftLayer Development Network',
	},
	{
		kind: 'totp-required',
		recognise:
			/\bTime-based One Time Password\b|\bUnable to connect to the IBM Cloud account\. Ensure that you have a paid account\b/iu,
		evidence: 'documented: infrastructure troubleshooting page, where both belong to the same case',
	},
	{
		kind: 'key-invalid',
		recognise: /\bInvalid API (?:key|token)\b/iu,
		evidence: 'documented: troubleshooting page; SoftLayer Development Network',
	},
	{
		kind: 'api-key-unusable',
		recognise: /\bIAM token exchange request failed\b/iu,
		evidence: 'documented: error glossary; seen: kubeflow #6479',
	},
	{
		kind: 'session-expired',
		recognise:
			/\brefresh token (?:has|is) expired\b|\bLogin token is expired\b|\binvalidated due to inactivity\b/iu,
		evidence: 'from source: sl plug-in; seen: ocs-ci #3947, ibm-cloud-cli-release #77 and #166',
	},
	{
		kind: 'not-logged-in',
		recognise: /\bNot logged in\b/iu,
		evidence: 'seen: many transcripts of ibmcloud target',
	},
	{
		kind: 'no-account-targeted',
		recognise: /\bNo account targeted\b|\btarget -c ACCOUNT_ID\b|\bBSS Account '[^']*' was not found\b/iu,
		evidence: 'seen: ibm-cloud-cli-release #92 and transcripts',
	},
	{
		kind: 'no-group-targeted',
		recognise: /\bNo resource group targeted\b|\btarget -g RESOURCE_GROUP\b/iu,
		evidence: 'seen: many transcripts',
	},
	{
		kind: 'no-classic-account',
		recognise: /\bunable to connect to your Softlayer account\b/iu,
		evidence: 'documented: infrastructure troubleshooting page',
	},
	{
		kind: 'registry-role',
		recognise: /\bcould not be configured with the registry\b/iu,
		evidence: 'documented: troubleshooting page',
	},
	{
		kind: 'user-lacks-permissions',
		recognise:
			/\binfrastructure authentication credentials are not authorized\b|\bmust be ordered with permission\b/iu,
		evidence: 'documented: infrastructure troubleshooting page',
	},
	{
		kind: 'worker-orphaned',
		recognise: /\bincorrect account for worker\b/iu,
		evidence: 'documented: infrastructure troubleshooting page, as a status of workers',
	},
	{
		kind: 'worker-missing',
		recognise:
			/\bworker node instance '[^']*' can't be found\b|\bspecified worker node could not be found\b/iu,
		evidence: 'documented: infrastructure troubleshooting page',
	},
	{
		kind: 'cluster-not-found',
		recognise: /\bspecified cluster could not be found\b/iu,
		evidence: 'seen: ocs-ci #6895',
	},
	{
		kind: 'creation-restricted',
		recognise: /\bClassic cluster creation is not supported\b/iu,
		evidence: 'documented: page on the creation restriction',
	},
	{
		kind: 'session-expired',
		recognise: /\bplease log ?in again\b|\bCould not refresh IAM token\b|\bUnable to refresh auth token\b/iu,
		evidence:
			'seen: ocs-ci #4573, ibm-cloud-cli-release #166; reached only where no network error was printed',
	},
];

/** What is left when nothing above fits: the status of the answer alone. */
export const statuses: readonly ErrorEntry[] = [
	{
		kind: 'permission-denied',
		recognise: /SoftLayer_Exception_Public: Access Denied\b/u,
		evidence: 'seen: real sl plug-in; the same answer comes without a login, so the login is checked first',
	},
	{
		kind: 'role-too-low',
		recognise:
			/\bHTTP 403\b|\b403 Forbidden\b|\bStatus code: 403\b|\byou are not authorized\b|\bnot authorized to perform\b/iu,
		evidence: 'inferred: the wording of a refused role is unknown',
	},
	{
		kind: 'session-expired',
		recognise: /\b401 Unauthorized\b|\bStatus code: 401\b/iu,
		evidence: 'inferred: a call without a valid token',
	},
	{
		kind: 'service-unavailable',
		recognise: /: Internal Error \(HTTP 500\)|\b500 Internal Server Error\b/iu,
		evidence: 'seen: real sl plug-in; other answers with status 500 mean something of their own',
	},
	{
		kind: 'not-logged-in',
		recognise: /'ibmcloud login'/u,
		evidence:
			"inferred: the command quoted in the message stays in every language (seen in English: Use 'ibmcloud login')",
	},
];
