import type {Fault} from '../../source/simulator/faults.ts';

/** What the CLI and the services behind it say when they decline or fail, below `FAILED`. */
export const cliSays = {
	/** Documented for cluster actions; that `set` prints it is a guess. */
	notAuthorized: 'The infrastructure authentication credentials are not authorized for the request.',
	/** That Administrator is needed is documented; the wording is unknown. */
	roleTooLow:
		'You are not authorized to perform this action. The Administrator platform access role for Kubernetes Service is required. (HTTP 403)',
	unavailable: 'The service is temporarily unavailable. Try again later. (HTTP 503)',
	/** The status is an assumption, the wording unknown. */
	tooManyRequests: 'Too many requests. Wait and try again. (HTTP 429)',
	gatewayTimeout: '504 Gateway Time-out',
	/** Seen in red-hat-storage/ocs-ci #4573. */
	networkDown:
		'Could not refresh IAM token: failed to refresh the token. Please login again: Post "https://iam.cloud.ibm.com/identity/token": dial tcp 192.0.2.10:443: i/o timeout',
	/** Seen in samples/sl. */
	usersUnreachable:
		'Failed to list users.\n\nGet "https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getUsers.json": dial tcp 192.0.2.20:443: i/o timeout',
	usersDenied:
		'Failed to list users.\n\nSoftLayer_Exception_PermissionDenied: You do not have permission to access this user. (HTTP 403)',
	keyExists:
		"Failed to add user's API authentication key\nSoftLayer_Exception_Public: Each user can only have a single API key. (HTTP 500)",
} as const;

const setting = 'ks credential set';

/** The call never returns, and has no effect. */
export function hangs(match = setting): Fault {
	return {match, hangs: true};
}

/** No call ends at a signal that can be ignored, and the matching one never returns. */
export function deaf(match: string): readonly Fault[] {
	return [{match: '', ignoresSignals: true}, hangs(match)];
}

/** The call is declined or fails in these words, and has no effect. */
export function fails(match: string, stderr: string, more: Partial<Fault> = {}): Fault {
	return {match, stderr, ...more};
}

/** Setting a credential takes effect, and then fails in these words. */
export function setsAndFails(stderr: string = cliSays.gatewayTimeout, more: Partial<Fault> = {}): Fault {
	return {match: setting, stderr, afterEffect: true, ...more};
}

/** Setting a credential fails in these words, and takes effect this many milliseconds later. */
export function setsLate(
	milliseconds: number,
	stderr: string = cliSays.gatewayTimeout,
	more: Partial<Fault> = {},
): Fault {
	return {match: setting, stderr, lateEffect: milliseconds, ...more};
}

/** A colleague sets a credential right after this read of the scope, counted from 1: `null` unsets it. */
export function colleagueSets(
	username: string | null,
	{region = 'us-south', group = 'default', afterRead = 1} = {},
): Fault {
	return {
		match: `ks credential get ${region} ${group}`,
		nth: afterRead,
		change: {credential: {region, group, username}},
	};
}

/** Setting a credential fails in words that repeat everything, the key included, in several encodings. */
export function leaksKey(username: string, key: string): Fault {
	const args = `--infrastructure-username=${username} --infrastructure-api-key=${key}`;
	return {
		match: setting,
		stderr: [
			`The command could not be run: ibmcloud ${setting} classic ${args}`,
			`Arguments: ${JSON.stringify(args.split(' '))}`,
			`POST /global/v1/credentials?key=${encodeURIComponent(key)}`,
			`X-Auth-Softlayer-APIKey: ${key}`,
			`Authorization: Basic ${Buffer.from(`${username}:${key}`).toString('base64')}`,
			`Key in base64: ${Buffer.from(key).toString('base64')}`,
		].join('\n'),
	};
}

/** The answer is cut short, with the exit status 0. */
export function halfAnswer(match: string): Fault {
	return {match, replace: ['[^]{20}$', '']};
}

/** JSON with color codes even where color is off. The codes are guessed; that such JSON exists is seen. */
export const colorInJson: Fault = {
	match: '--output json',
	replace: ['(: )"((?:[^"\\\\]|\\\\.)+)"', '$1"\u001B[36;1m$2\u001B[0m"'],
};
