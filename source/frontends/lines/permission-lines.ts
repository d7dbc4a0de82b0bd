import {isManagedByAccessGroups, permissionKeyOf, purposeKeyOf} from '../../ibmcloud/facts/permissions.ts';
import type {ScopeResult} from '../../plan/plan.ts';
import type {Texts} from '../../text/texts.ts';
import {commandLine, textLine, type Line} from './line.ts';

/**
 * What the infrastructure user may not do, by name and with what each is for, and the command that grants it.
 * Those for support cases are given by IAM access groups now (documented): no command is offered for them.
 *
 * @param userId the numeric id that `sl user permission-edit` wants; undefined where the user was typed.
 */
export function permissionLines(
	result: ScopeResult | undefined,
	userId: number | undefined,
	texts: Texts,
): Line[] {
	const permissions = result !== undefined && 'permissions' in result ? result.permissions : undefined;
	const {missingRequired = [], missingSuggested = []} = permissions ?? {};
	const missing = [...missingRequired, ...missingSuggested];
	const keys = missing.map((label) => permissionKeyOf(label)).filter((key) => key !== undefined);
	const withoutKey = missing.filter((label) => permissionKeyOf(label) === undefined);
	const grantable = [...new Set(keys)].filter((key) => !isManagedByAccessGroups(key));
	return [
		...named('permissions.missingRequired', missingRequired, texts),
		...named('permissions.missingSuggested', missingSuggested, texts),
		...(grantable.length === 0
			? []
			: [
					textLine(texts.text('permissions.grant'), {indent: 1}),
					commandLine(
						`ibmcloud sl user permission-edit ${userId ?? 'USER_ID'} --permission ${grantable.join(',')} --enable true`,
						2,
					),
				]),
		...(withoutKey.length === 0
			? []
			: [textLine(texts.text('permissions.withoutKey', {labels: withoutKey}), {indent: 1})]),
		...(keys.some((key) => isManagedByAccessGroups(key))
			? [textLine(texts.text('permissions.accessGroups'), {indent: 1})]
			: []),
	];
}

function named(
	title: 'permissions.missingRequired' | 'permissions.missingSuggested',
	labels: readonly string[],
	texts: Texts,
): Line[] {
	const {length: count} = labels;
	const tone = title === 'permissions.missingRequired' ? 'warning' : 'plain';
	const lines = labels.map((label) => {
		const key = permissionKeyOf(label);
		const values = key && {label, key, purpose: texts.text(purposeKeyOf(key))};
		return textLine(values === undefined ? label : texts.text('permissions.named', values), {indent: 2});
	});
	return count === 0 ? [] : [textLine(texts.text(title, {count}), {indent: 1, tone, mark: 'note'}), ...lines];
}
