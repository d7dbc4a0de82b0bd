import type {ErrorRow} from './error-row.ts';

/* The last resort: sentences of the CLI if it speaks English, and of the services, always in English. */

export const kubernetesService = /^(?:ks|oc) /u;
export const allButKubernetes = /^(?!(?:ks|oc) )/u;

/** Rows that match a sentence, in the order in which they are tried. */
export const sentenceRows: readonly ErrorRow[] = [
	{
		kind: 'plugin-missing',
		sentence: /'[^'\n]{1,80}' is not a registered command/iu,
		evidence: 'seen: ibm-cloud-cli-release #165',
	},
	{
		kind: 'no-classic-account',
		sentence: /\bno IMS account id\b/iu,
		evidence: 'seen: ocs-ci #9295, for a trusted profile; the case of an ordinary user is unknown',
	},
	{
		kind: 'key-exists',
		sentence: /\bEach user can only have a single API key\b/iu,
		evidence: 'documented: SoftLayer Development Network; seen: real sl plug-in',
	},
	{
		kind: 'user-pending',
		sentence: /\bAPI key for a user in PENDING status\b/iu,
		evidence: 'documented: SoftLayer Development Network',
	},
	{
		kind: 'totp-required',
		sentence:
			/\bTime-based One Time Password\b|\bUnable to connect to the IBM Cloud account\. Ensure that you have a paid account\b/iu,
		on: kubernetesService,
		evidence: 'documented: infrastructure troubleshooting page, where both belong to the same case',
	},
	{
		kind: 'key-invalid',
		sentence: /\bInvalid API (?:key|token)\b/iu,
		on: kubernetesService,
		evidence: 'documented: troubleshooting page; SoftLayer Development Network',
	},
	{
		kind: 'api-key-unusable',
		sentence: /\bIAM token exchange request failed\b/iu,
		on: kubernetesService,
		evidence: 'documented: error glossary; seen: kubeflow #6479',
	},
	{
		kind: 'session-expired',
		sentence:
			/\brefresh token (?:has|is) expired\b|^Session inactive:|^Invalid token:|^External authentication failed\.|\binvalidated due to inactivity\b|\bLogin token is expired\b/imu,
		evidence:
			'seen: real sl plug-in against IAM (the first and the second in every language); ocs-ci #3947, ibm-cloud-cli-release #77 and #166',
	},
	{
		kind: 'not-logged-in',
		sentence: /\bNot logged in\b/iu,
		evidence: 'seen: many transcripts of ibmcloud target',
	},
	{
		kind: 'no-account-targeted',
		sentence: /\bNo account targeted\b|\btarget -c ACCOUNT_ID\b|\bBSS Account '[^']*' was not found\b/iu,
		evidence: 'seen: ibm-cloud-cli-release #92 and transcripts; the quoted command stays in every language',
	},
	{
		kind: 'no-group-targeted',
		sentence: /\bNo resource group targeted\b|\btarget -g RESOURCE_GROUP\b/iu,
		evidence: 'seen: many transcripts; the quoted command stays in every language',
	},
	{
		kind: 'no-classic-account',
		sentence: /\bunable to connect to your Softlayer account\b/iu,
		evidence: 'documented: infrastructure troubleshooting page',
	},
	{
		kind: 'registry-role',
		sentence: /\bcould not be configured with the registry\b/iu,
		evidence: 'documented: troubleshooting page',
	},
	{
		kind: 'user-lacks-permissions',
		sentence:
			/\binfrastructure authentication credentials are not authorized\b|\bmust be ordered with permission\b/iu,
		evidence: 'documented: infrastructure troubleshooting page',
	},
	{
		kind: 'worker-orphaned',
		sentence: /\bincorrect account for worker\b/iu,
		evidence: 'documented: infrastructure troubleshooting page, as a status of workers',
	},
	{
		kind: 'worker-missing',
		sentence:
			/\bworker node instance '[^']*' can't be found\b|\bspecified worker node could not be found\b/iu,
		evidence: 'documented: infrastructure troubleshooting page',
	},
	{
		kind: 'cluster-not-found',
		sentence: /\bspecified cluster could not be found\b/iu,
		evidence: 'seen: ocs-ci #6895',
	},
	{
		kind: 'creation-restricted',
		sentence: /\bClassic cluster creation is not supported\b/iu,
		evidence: 'documented: page on the creation restriction',
	},
	{
		kind: 'session-expired',
		sentence: /\bplease log ?in again\b|\bCould not refresh IAM token\b|\bUnable to refresh auth token\b/iu,
		evidence:
			'seen: ocs-ci #4573, ibm-cloud-cli-release #166; reached only where no network error was printed',
	},
	{
		kind: 'permission-denied',
		sentence: /\byou are not authorized\b|\bnot authorized to perform\b/iu,
		on: allButKubernetes,
		evidence: 'inferred: the wording of a refusal is unknown',
	},
	{
		kind: 'role-too-low',
		sentence: /\byou are not authorized\b|\bnot authorized to perform\b/iu,
		evidence: 'inferred: the wording of a refused role is unknown',
	},
];
