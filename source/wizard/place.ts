import type {Configuration, Target} from '../ibmcloud/types.ts';

/**
 * Where the operator stands: the configuration file at once, `ibmcloud target` once it has answered. The
 * CLI's answer wins over the file, which may be another one than we think; the linked classic account is in
 * its token and in `account show`, but not in `target --output json` (seen).
 */
export function placeOf(
	configuration: Configuration | undefined,
	target: Target | undefined,
	linked: {readonly classicAccount: string | null | undefined} | undefined,
): Target {
	const base: Target = target ?? configuration ?? {loggedIn: false};
	const fromFile =
		configuration?.account?.id === base.account?.id ? configuration?.classicAccount : undefined;
	const sources = [base.classicAccount, fromFile, linked?.classicAccount];
	// A number from any source wins; "none is linked" is inferred from its absence, so it counts last.
	const classicAccount =
		sources.find((source) => typeof source === 'string') ?? sources.find((source) => source === null);
	const isPrivate = base.isPrivate ?? configuration?.isPrivate;
	return {
		...base,
		...(classicAccount === undefined ? {} : {classicAccount}),
		...(isPrivate === undefined ? {} : {isPrivate}),
	};
}
