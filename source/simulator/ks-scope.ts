import {required} from './arguments.ts';
import type {Call} from './command.ts';
import {Failure} from './failure.ts';
import {classicRegions} from './regions.ts';
import type {Scope} from './server.ts';
import {requireAccount} from './session.ts';
import type {Account, ResourceGroup} from './world.ts';

/** A scope with what the sentences need to name it. */
export interface NamedScope extends Scope {
	readonly account: Account;
	readonly group: ResourceGroup;
	/** False where no group is targeted and the account's default group stands in silently. */
	readonly isGroupTargeted: boolean;
}

/**
 * The scope a `ks` command acts on: the region of the flag, and the targeted resource group or else the account's
 * default group, which nobody is told (documented, cli-ks-plugin-v2).
 */
export function scopeOf(call: Call, region: string): NamedScope {
	const {session, account} = requireAccount(call);
	// Whether legacy names are still accepted is unknown: they are refused here, so that a client has to send today's names.
	if (!classicRegions.some((candidate) => candidate.name === region)) {
		throw new Failure(call.terminal.words('invalidRegion', {region}));
	}
	const group = session.group ?? account.groups.find((candidate) => candidate.isDefault);
	if (group === undefined) throw new Failure(call.terminal.words('noGroup'));
	return {
		accountGuid: account.guid,
		groupId: group.id,
		region,
		account,
		group,
		isGroupTargeted: session.group !== undefined,
	};
}

/** The scope of a command with a required `--region` (documented for the credential commands). */
export function scopeOfFlag(call: Call, usage: string): NamedScope {
	return scopeOf(call, required(call.parsed, '--region', usage));
}
