import {outputFlag, quietFlag, required, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure} from '../failure.ts';
import {fingerprint} from '../files.ts';
import {scopeOfFlag} from '../ks-scope.ts';
import type {NamedScope} from '../ks-scope.ts';
import type {StoredCredential} from '../server.ts';

const getUsage = 'ibmcloud ks credential get --region REGION [--output json] [-q]';
const setUsage =
	'ibmcloud ks credential set classic --infrastructure-username USERNAME --infrastructure-api-key KEY --region REGION [-q]';
const unsetUsage = 'ibmcloud ks credential unset --region REGION [-q]';

/** `ks credential …`: flags and aliases as documented (cli-ks-plugin-v2); there are no short forms. */
export const credentialCommands: readonly Command[] = [
	{
		names: ['ks credential get', 'ks credential credentials-get', 'ks credentials-get'],
		plugin: 'container-service',
		flags: [valueFlag('--region'), outputFlag, quietFlag],
		usage: getUsage,
		effect: 'read',
		latencyMs: 900,
		run: getCredential,
	},
	{
		names: ['ks credential set classic'],
		plugin: 'container-service',
		flags: [
			valueFlag('--infrastructure-username'),
			valueFlag('--infrastructure-api-key'),
			valueFlag('--region'),
			quietFlag,
		],
		usage: setUsage,
		effect: 'write',
		latencyMs: 1500,
		run: setCredential,
	},
	{
		names: ['ks credential unset', 'ks credential credentials-unset', 'ks credentials-unset'],
		plugin: 'container-service',
		flags: [valueFlag('--region'), quietFlag],
		usage: unsetUsage,
		effect: 'write',
		latencyMs: 1300,
		run: unsetCredential,
	},
];

function getCredential(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const scope = scopeOfFlag(call, getUsage);
	const stored = call.server.credential(scope);
	const username = call.scenarios.reduce<string | null>(
		(answer, {scenario, parameter}) =>
			scenario.readBack === undefined ? answer : scenario.readBack(stored, parameter),
		stored.username,
	);
	// "None set" is reported as a failure (documented); that JSON mode does the same is unknown.
	if (username === null) throw new Failure(call.terminal.words('noCredential', {group: scope.group.name}));
	if (asJson) {
		// The field is that of the REST model (inferred: the CLI's own JSON was never seen).
		call.terminal.json({apiUser: username});
		return;
	}
	call.terminal.ok();
	call.terminal.say(call.terminal.words('credentialSet', {user: username, group: scope.group.name}));
}

function setCredential(call: Call): void {
	const username = required(call.parsed, '--infrastructure-username', setUsage);
	const key = required(call.parsed, '--infrastructure-api-key', setUsage);
	const scope = scopeOfFlag(call, setUsage);
	const keyGeneration = call.server.keyGenerationOf(username, key);
	// Whether the real one checks the pair is unknown; the documentation has this failure later, at cluster actions.
	if (call.world.checksPairs && keyGeneration === null) {
		throw new Failure('SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key');
	}
	store(call, scope, {
		username,
		keyGeneration,
		keyFingerprint: fingerprint(key),
		setAt: Date.now(),
		previousUsername: call.server.credential(scope).username,
	});
	// The success text is unknown; `OK` is the style of the house (inferred).
	call.terminal.ok();
}

function unsetCredential(call: Call): void {
	const scope = scopeOfFlag(call, unsetUsage);
	const stored = call.server.credential(scope);
	// What happens when nothing is set is unknown; a failure with the code of `get` is a guess.
	if (stored.username === null) throw new Failure(call.terminal.words('nothingToUnset'));
	store(call, scope, {
		username: null,
		keyGeneration: null,
		keyFingerprint: null,
		setAt: Date.now(),
		previousUsername: stored.username,
	});
	call.terminal.ok();
}

function store(call: Call, scope: NamedScope, credential: StoredCredential): void {
	const changed = call.scenarios.reduce<StoredCredential | undefined>(
		(value, {scenario}) =>
			value === undefined || scenario.store === undefined ? value : scenario.store(value, call),
		credential,
	);
	if (changed !== undefined) call.server.storeCredential(scope, changed);
}
