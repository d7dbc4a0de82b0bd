import type {Plan, Scope} from './plan.ts';

/** What the CLI has targeted at one moment, as its configuration file says. */
export interface CurrentTarget {
	readonly accountId: string;
	readonly accountName: string;
	/** Undefined where the file does not say which group is targeted, and never did. */
	readonly group: {readonly id: string; readonly name: string} | undefined;
}

/** Old and new in words where account or group differ from what was reviewed; else undefined. */
export function targetChange(
	{account}: Pick<Plan, 'account'>,
	{group}: Scope,
	target: CurrentTarget | undefined,
): {from: string; to: string} | undefined {
	if (target === undefined) {
		return undefined;
	}

	if (account !== undefined && account.id !== target.accountId) {
		return {from: account.name, to: target.accountName};
	}

	return target.group === undefined || group.id === target.group.id
		? undefined
		: {from: group.name, to: target.group.name};
}
