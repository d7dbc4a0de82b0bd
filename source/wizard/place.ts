import type {Configuration, Target} from '../ibmcloud/types.ts';
import type {ReadState} from '../ibmcloud/reads.ts';

/** Where the operator stands: the configuration file at once, `ibmcloud target` once it has answered. */
export interface Place extends Target {
	/** True once the CLI itself has said so. */
	readonly isConfirmed: boolean;
}

/**
 * Puts together what is known. The CLI's answer wins over the file, which may be another one than we think;
 * the linked classic account is in its token and in `account show`, but not in `target --output json` (seen).
 */
export function placeOf(
	configuration: Configuration | undefined,
	target: ReadState<Target>,
	linked: ReadState<{readonly classicAccount: string | null | undefined}>,
): Place {
	const confirmed = answered(target);
	const base: Target = confirmed ?? configuration ?? {loggedIn: false};
	const fromFile =
		configuration?.account?.id === base.account?.id ? configuration?.classicAccount : undefined;
	const sources = [base.classicAccount, fromFile, answered(linked)?.classicAccount];
	// A number from any source wins; "none is linked" is inferred from its absence, so it counts last.
	const classicAccount =
		sources.find((source) => typeof source === 'string') ?? sources.find((source) => source === null);
	const isPrivate = base.isPrivate ?? configuration?.isPrivate;
	return {
		...base,
		...(classicAccount === undefined ? {} : {classicAccount}),
		...(isPrivate === undefined ? {} : {isPrivate}),
		isConfirmed: confirmed !== undefined,
	};
}

function answered<Value>(state: ReadState<Value>): Value | undefined {
	return state.kind === 'done' && state.outcome.ok ? state.outcome.value : undefined;
}
