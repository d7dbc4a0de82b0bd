import type {Plan, Scope} from './plan.ts';

/** Where the CLI stands at one moment, as its configuration file says. */
export interface Ground {
	readonly accountId: string;
	readonly accountName: string;
	/** Undefined where the file does not say which group is targeted, and never did. */
	readonly group: {readonly id: string; readonly name: string} | undefined;
}

/** Old and new in words where account or group differ from what was reviewed; undefined where all is as it was. */
export function movedFrom(
	plan: Plan,
	{group}: Scope,
	ground: Ground | undefined,
): {from: string; to: string} | undefined {
	if (ground === undefined) {
		return undefined;
	}

	if (plan.account !== undefined && plan.account.id !== ground.accountId) {
		return {from: plan.account.name, to: ground.accountName};
	}

	return ground.group === undefined || group.id === ground.group.id
		? undefined
		: {from: group.name, to: ground.group.name};
}
