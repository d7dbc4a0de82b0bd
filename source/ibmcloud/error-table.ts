import type {ErrorRow} from './error-row.ts';
import {allButKubernetes, kubernetesService, sentenceRows} from './error-sentences.ts';

/*
How errors are told apart if the child's ending does not say. The first matching row wins, so the surest come
first: failed connections (which also carry "please login again"), then IBM's codes, names and statuses, the
same in all ten languages of the CLI, then sentences. The meaning of an error can depend on its command.
*/

/** All rows, in the order in which they are tried. */
export const errorTable: readonly ErrorRow[] = [
	// Failed connections.
	{
		kind: 'network',
		shape:
			/\bdial (?:tcp|udp)\b|\bi\/o timeout\b|\bconnection refused\b|\bno such host\b|\bno route to host\b|\bnetwork is unreachable\b|\bserver misbehaving\b|\bcontext deadline exceeded\b|\bClient\.Timeout\b|\bTLS handshake timeout\b|\bproxyconnect\b/iu,
		evidence:
			'seen: ocs-ci #4573, real sl plug-in (connection refused, context deadline exceeded); the rest from the Go standard library',
	},
	{kind: 'network', shape: /\bx509: |\btls: /u, evidence: 'inferred: wording of the Go standard library'},
	{kind: 'network', status: 407, evidence: 'documented: RFC 9110, a proxy that wants to know who asks'},
	{
		kind: 'answer-broken',
		shape:
			/\b(?:Get|Post|Put|Delete) "https?:\/\/[^"\s]*": (?:unexpected )?EOF\b|\bunexpected EOF\b|^[^\S\n]*EOF[^\S\n]*$|\bconnection reset by peer\b|\bbroken pipe\b/mu,
		evidence: 'seen: real sl plug-in, where the connection ends before or within the answer',
	},
	// IBM's codes.
	{
		kind: 'cluster-not-found',
		codes: ['G0004'],
		evidence: 'seen: ocs-ci #6895, for a cluster in another account or resource group than the targeted one',
	},
	{
		kind: 'api-key-unusable',
		codes: ['P0005', 'NHC009'],
		evidence: 'seen: kubeflow #6479 (P0005); documented: error glossary (NHC009)',
	},
	{kind: 'creation-restricted', codes: ['E501E'], evidence: 'documented: page on the creation restriction'},
	{
		kind: 'session-expired',
		codes: ['BXNIM0400E', 'BXNIM0407E', 'BXNIM0408E', 'BXNIM0439E'],
		evidence:
			'seen: real sl plug-in against IAM (0400E: more factors are needed), ibm-cloud-cli-release #77 and #166',
	},
	{kind: 'address-restricted', codes: ['BXNIM0513E'], evidence: 'seen: real sl plug-in against IAM'},
	{
		kind: 'api-key-unusable',
		codes: ['BXNIM0415E', 'BX0415EWQA'],
		on: kubernetesService,
		evidence:
			'inferred from the seen BX0415EWQA (API key not found): there the service logs in with the key of the region',
	},
	{
		kind: 'session-expired',
		codes: ['BXNIM0415E', 'BX0415EWQA'],
		evidence: 'inferred from the seen BX0415EWQA (API key not found): the key of the login is gone',
	},
	// Names and statuses.
	{
		kind: 'plugin-missing',
		shape: /'(?:ks|sl|oc|cs|kubernetes-service|container-service)'[^\n]*'ibmcloud help'/u,
		evidence: 'seen: ibm-cloud-cli-release #165; independent of the words between the two commands',
	},
	{
		kind: 'session-expired',
		shape: /SoftLayer_Exception_Account_Authentication_AccessTokenValidation/u,
		evidence: 'from source and seen: real sl plug-in',
	},
	{
		kind: 'session-expired',
		shape: /SoftLayer_Exception_InvalidLegacyToken/u,
		on: /^sl /u,
		evidence: 'seen: real sl plug-in, whose token is that of the login',
	},
	{
		kind: 'key-invalid',
		shape:
			/SoftLayer_Exception_(?:InvalidLegacyToken|User_Customer_(?:Unauthorized|InvalidUserPassword|LoginFailed))/u,
		on: kubernetesService,
		evidence:
			'documented: troubleshooting page (Unauthorized); the others inferred from the class names of the API',
	},
	{
		kind: 'rate-limited',
		shape: /SoftLayer_Exception_WebService_RateLimitExceeded/u,
		evidence: 'seen: real sl plug-in',
	},
	{
		kind: 'service-unavailable',
		shape: /SoftLayer_Exception_WebService_Maintenance/u,
		evidence: 'inferred from the class names of the API',
	},
	{
		kind: 'user-gone',
		shape: /SoftLayer_Exception\w*ObjectNotFound\b/u,
		on: /^sl user (?!list\b)/u,
		evidence: 'seen: real sl plug-in; users are the only objects that we name by their number',
	},
	{
		kind: 'permission-denied',
		shape: /SoftLayer_Exception_PermissionDenied/u,
		evidence: 'seen: real sl plug-in, with this class in every language',
	},
	{
		kind: 'answer-broken',
		shape:
			/\binvalid character '.{1,6}' (?:looking for|after|in)\b|\bunexpected end of JSON input\b|\bjson: cannot unmarshal\b/u,
		evidence:
			'seen: real sl plug-in behind a captive portal, with a cut answer and with one of another shape',
	},
	{
		kind: 'answer-broken',
		shape: /[:：]\s*[34]\d\d\b[^\n]{0,40}<(?:!doctype|html|head|body)/iu,
		evidence: 'inferred: the services answer in JSON, so a page is somebody’s on the way',
	},
	{
		kind: 'answer-broken',
		status: [200, 299],
		evidence: 'seen: real sl plug-in (Empty Response, Internal Error), where the answer is none',
	},
	{kind: 'rate-limited', status: 429, evidence: 'seen: real sl plug-in, of IAM and of the classic API'},
	{kind: 'service-unavailable', status: 408, evidence: 'from source: bluemix-go repeats what is answered so'},
	{
		kind: 'service-unavailable',
		status: [501, 599],
		evidence: 'seen: real sl plug-in (503 of IAM and of the classic API, 502 with a page)',
	},
	...sentenceRows,
	// What a status means if no row above says more. Some answers with 500 have a meaning of their own.
	{
		kind: 'permission-denied',
		shape: /SoftLayer_Exception\w*:[^\n]*\(HTTP 40[13]\)/u,
		evidence: 'seen: real sl plug-in; the same answer comes without a login',
	},
	{
		kind: 'session-expired',
		status: 401,
		evidence: 'seen: real sl plug-in against IAM; inferred for the others',
	},
	{
		kind: 'permission-denied',
		status: 403,
		on: allButKubernetes,
		evidence: 'inferred: IAM or the classic API refuses it',
	},
	{kind: 'role-too-low', status: 403, evidence: 'inferred: the wording of a refused role is unknown'},
	{
		kind: 'not-logged-in',
		shape: /'ibmcloud login'/u,
		evidence:
			"inferred: the command quoted in the message stays in every language (seen in English: Use 'ibmcloud login')",
	},
	{kind: 'service-unavailable', status: 500, evidence: 'seen: real sl plug-in'},
];
