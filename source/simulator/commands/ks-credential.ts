import type {Call, Command} from '../call.ts';
import {Failure} from '../failure.ts';
import {classicRegions} from '../regions.ts';
import {credentialOf, keyOfPair} from '../services.ts';
import type {Account, Scope} from '../services.ts';
import {requireAccount} from '../session.ts';
import {goJson, lines} from '../text.ts';

/** What the service says of a pair that does not fit (documented for cluster actions). */
export const invalidKey = 'SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key';

/** `ks credential …`: flags and aliases as documented (cli-ks-plugin-v2); there are no short forms. */
export const credentialCommands: readonly Command[] = [
	{
		names: ['ks credential get', 'ks credential credentials-get', 'ks credentials-get'],
		flags: '--region= --output= -q|-s',
		latency: 900,
		run: getCredential,
	},
	{
		names: ['ks credential set classic'],
		flags: '--infrastructure-username= --infrastructure-api-key= --region= -q|-s',
		latency: 1500,
		run: setCredential,
	},
	{
		names: ['ks credential unset', 'ks credential credentials-unset', 'ks credentials-unset'],
		flags: '--region= -q|-s',
		latency: 1300,
		run: unsetCredential,
	},
];

/** A scope with what the sentences need to name it. */
export interface TargetedScope extends Scope {
	readonly linked: Account;
	/** False where no group is targeted and the account's default group stands in silently. */
	readonly isGroupTargeted: boolean;
}

/**
 * Gives the scope that a `ks` command acts on: a region, and the targeted resource group or else the account's default
 * group, which nobody is told (documented, cli-ks-plugin-v2).
 */
export function scopeOf(call: Call, region: string): TargetedScope {
	const {session, account} = requireAccount(call);
	// Whether legacy names are still accepted is unknown: they are refused here, so that a client has to send today's names.
	if (!classicRegions.includes(region)) throw new Failure(call.voice.sentence('invalidRegion', {region}));
	const group = session.group ?? account.groups.find(({isDefault}) => isDefault);
	if (group === undefined) throw new Failure(call.voice.sentence('noGroup'));
	return {
		account: account.guid,
		group: group.name,
		region,
		linked: account,
		isGroupTargeted: session.group !== undefined,
	};
}

function getCredential(call: Call): string {
	const {flags, voice, services} = call;
	const {wantsJson} = flags;
	const scope = scopeOf(call, flags.required('--region'));
	const {username} = credentialOf(services, scope);
	// "None set" is reported as a failure (documented); that JSON mode does the same is unknown.
	if (username === null) throw new Failure(voice.sentence('noCredential', {group: scope.group}));
	// The field is that of the REST model (inferred: the CLI's own JSON was never seen).
	if (wantsJson) return goJson({apiUser: username});
	return voice.ok + lines(voice.sentence('credentialSet', {user: username, group: scope.group}));
}

function setCredential(call: Call): string {
	const {flags, services} = call;
	const username = flags.required('--infrastructure-username');
	const pairKey = flags.required('--infrastructure-api-key');
	const {account, group, region} = scopeOf(call, flags.required('--region'));
	const key = keyOfPair(services, username, pairKey);
	// Whether the real one checks the pair is unknown; the documentation has this failure later, at cluster actions.
	if (services.checksPairs && key === null) throw new Failure(invalidKey);
	// A second one for the same scope replaces the first (inferred).
	call.change({credential: {account, group, region, username, key}});
	// The success text is unknown; `OK` is the style of the house (inferred).
	return call.voice.ok;
}

function unsetCredential(call: Call): string {
	const {account, group, region} = scopeOf(call, call.flags.required('--region'));
	// What happens when nothing is set is unknown; a failure with the code of `get` is a guess.
	if (credentialOf(call.services, {account, group, region}).username === null)
		throw new Failure(call.voice.sentence('nothingToUnset'));
	call.change({credential: {account, group, region, username: null, key: null}});
	return call.voice.ok;
}
