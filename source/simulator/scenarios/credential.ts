import type {Call} from '../command.ts';
import {Failure} from '../failure.ts';
import {scopeOf} from '../ks-scope.ts';
import {hang} from '../latency.ts';
import type {Scenario} from '../scenario.ts';
import {sampleAnswers} from '../standard-world.ts';

/** Variations of setting a credential and reading it back. */
export const credentialScenarios: readonly Scenario[] = [
	{
		name: 'wrong-key',
		description:
			'Setting a pair that does not fit is refused at once with "Invalid API key"; the right key works.',
		sample: {key: sampleAnswers.wrongKey},
		world: (world) => ({...world, checksPairs: true}),
	},
	{
		name: 'role-too-low',
		description: 'The operator may read credentials but neither set nor unset them.',
		before: (call) => {
			// That Administrator is needed is documented; the wording of the refusal is unknown.
			if (isChange(call))
				throw new Failure(
					'You are not authorized to perform this action. The Administrator platform access role for Kubernetes Service is required. (HTTP 403)',
				);
		},
	},
	{
		name: 'not-authorized',
		description: 'Setting a credential fails because the infrastructure user lacks rights.',
		before: (call) => {
			// The sentence is documented for cluster actions; that `set` prints it is a guess.
			if (call.name === 'ks credential set classic')
				throw new Failure(
					'The infrastructure authentication credentials are not authorized for the request.',
				);
		},
	},
	{
		name: 'scope-fails',
		description:
			'Setting a credential fails in one scope, jp-osa in the group default; the other scopes work.',
		sample: {region: 'jp-osa'},
		parameter: 'the scope as REGION or REGION/GROUP',
		before: (call, parameter) => {
			const region = call.parsed.value('--region');
			if (call.name !== 'ks credential set classic' || region === undefined) return;
			const [failingRegion, failingGroup] = (parameter || 'jp-osa/default').split('/');
			if (region !== failingRegion) return;
			if (failingGroup === undefined || scopeOf(call, region).group.name === failingGroup) {
				throw new Failure('The service is temporarily unavailable. Try again later. (HTTP 503)');
			}
		},
	},
	{
		name: 'read-back-differs',
		description: 'After a credential is set, reading it back answers another user name.',
		readBack: (credential) =>
			credential.setAt === 0 || credential.username === null
				? credential.username
				: '7654321_somebody.else@example.com',
	},
	{
		name: 'set-changes-nothing',
		description: 'Setting and unsetting say OK but change nothing.',
		store: () => undefined,
	},
	{
		name: 'late-read-back',
		description: 'Reading back shows a change only three seconds after it was made.',
		parameter: 'milliseconds',
		readBack: (credential, parameter) =>
			Date.now() - credential.setAt < Number(parameter || 3000)
				? credential.previousUsername
				: credential.username,
	},
	{
		name: 'sets-then-hangs',
		description: 'Setting a credential takes effect but the command never returns.',
		after: async (call) => {
			if (call.name === 'ks credential set classic') await hang();
		},
	},
	{
		name: 'leaks-key',
		description:
			'Setting a credential fails with an error that repeats all arguments, the API key included, in several encodings.',
		before: leakKey,
	},
];

function isChange(call: Call): boolean {
	return call.name === 'ks credential set classic' || call.name === 'ks credential unset';
}

function leakKey(call: Call): void {
	const key = call.parsed.value('--infrastructure-api-key');
	if (key === undefined) return;
	const username = call.parsed.value('--infrastructure-username') ?? '';
	throw new Failure(
		`The command could not be run: ibmcloud ${call.rawArguments.join(' ')}`,
		`Arguments: ${JSON.stringify(call.rawArguments)}`,
		`POST /global/v1/credentials?key=${encodeURIComponent(key)}`,
		`X-Auth-Softlayer-APIKey: ${key}`,
		`Authorization: Basic ${Buffer.from(`${username}:${key}`).toString('base64')}`,
		`Key in base64: ${Buffer.from(key).toString('base64')}`,
	);
}
