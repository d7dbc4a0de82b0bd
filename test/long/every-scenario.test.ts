import {playRehearsals, verified, type End} from '../support/rehearsals.ts';
import type {SandboxOptions} from '../support/sandbox.ts';
import {testScenarios} from '../support/scenarios.ts';

const expired = /Your IBM Cloud session has expired\.\n.*ibmcloud login --sso/u;
const unreachable = /IBM Cloud could not be reached\.\n.*HTTPS_PROXY/u;
const mayStillArrive =
	/not known: the last read showed what was there before, but the change may still arrive/u;

const ends: Readonly<Record<keyof typeof testScenarios, End>> = {
	'no-plugins': [3, /^ {2}ibmcloud plugin install container-service$/mu],
	'no-sl': [...verified, /Plug-in sl: not installed; you will type the username/u],
	'expired-session': [3, expired],
	'stale-token': verified,
	'api-key-login': verified,
	'no-group': [2, /Missing: --resource-group NAME\./u],
	'private-endpoint': [...verified, /account 1234567 is in force, manually set/u],
	'session-expires-midway': [3, /set, but it could not be read back/u, expired],
	'target-changes': [
		4,
		/the target changed from default to infra in another terminal; nothing was set here/u,
	],
	'no-classic-account': [...verified, /no classic account is linked/u],
	'missing-permissions': [
		...verified,
		/--permission VIRTUAL_GUEST_VIEW,SERVER_ADD,NAS_MANAGE --enable true/u,
	],
	'no-clusters': [...verified, /No classic cluster in us-south: new ones cannot be created there \(E501e\)/u],
	'no-key': verified,
	'key-exists': verified,
	'empty-key': verified,
	'many-users': verified,
	'one-user': verified,
	// No user has the name of the sample.
	'no-users': [1, /rejected this username and key/u],
	'null-users': verified,
	'list-denied': verified,
	'hostile-names': verified,
	'unicode-users': verified,
	'role-too-low': [3, /Your role is too low for this\.\n.*Administrator platform role/u],
	'not-authorized': [1, /The infrastructure user is missing permissions\.\n.*infra-permissions get/u],
	'read-back-differs': [4, /but 7654321_somebody\.else@example\.com is in force/u],
	'set-changes-nothing': [4, /was set, but none is in force/u],
	'late-read-back': verified,
	'leaks-key': [1, mayStillArrive, /X-Auth-Softlayer-APIKey: \[secret\]/u],
	colored: verified,
	'fails-once': [1, unreachable],
	offline: [1, unreachable],
	'rate-limited': verified,
	'dies-by-signal': [1, mayStillArrive],
	'half-json': verified,
	floods: verified,
};

/** The second read, right before the write: load decides whether `ibmcloud target` precedes the first. */
const lateChange: SandboxOptions = {
	faults: [{match: 'ks credential get', nth: 2, change: {target: {group: 'infra'}}}],
};

playRehearsals(
	'every scenario of the tests',
	Object.entries(ends).map(([name, end]) => [
		name,
		['--demo'],
		name === 'target-changes' ? lateChange : testScenarios[name as keyof typeof ends],
		end,
	]),
);
