import {isManagedByAccessGroups, permissionKeyOf, purposeKeyOf} from '../../ibmcloud/facts/permissions.ts';
import type {InfraPermissions} from '../../ibmcloud/types.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import {lineWriter, type Line} from './line.ts';

/**
 * What the infrastructure user may not do, by name and with what each is for, and the command that grants it.
 * Those for support cases are given by IAM access groups now (documented): no command is offered for them.
 *
 * @param userId the numeric id that `sl user permission-edit` wants; undefined where the user was typed.
 */
export function permissionLines(
	permissions: InfraPermissions | undefined,
	userId: number | undefined,
	texts: Texts,
): Line[] {
	if (permissions === undefined) {
		return [];
	}

	const {missingRequired, missingSuggested} = permissions;
	const missing = [...missingRequired, ...missingSuggested];
	const keys = missing.map((label) => permissionKeyOf(label)).filter((key) => key !== undefined);
	const withoutKey = missing.filter((label) => permissionKeyOf(label) === undefined);
	const grantable = [...new Set(keys)].filter((key) => !isManagedByAccessGroups(key));
	const writer = lineWriter(texts);
	return [
		...named('permissions.missingRequired', missingRequired, texts),
		...named('permissions.missingSuggested', missingSuggested, texts),
		...(grantable.length === 0
			? []
			: [
					writer.line(message('permissions.grant'), {indent: 1}),
					writer.command(
						`ibmcloud sl user permission-edit ${userId ?? 'USER_ID'} --permission ${grantable.join(',')} --enable true`,
						2,
					),
				]),
		...(withoutKey.length === 0
			? []
			: [writer.line(message('permissions.withoutKey', {labels: withoutKey}), {indent: 1})]),
		...(keys.some((key) => isManagedByAccessGroups(key))
			? [writer.line(message('permissions.accessGroups'), {indent: 1})]
			: []),
	];
}

function named(
	title: 'permissions.missingRequired' | 'permissions.missingSuggested',
	labels: readonly string[],
	texts: Texts,
): Line[] {
	if (labels.length === 0) {
		return [];
	}

	const writer = lineWriter(texts);
	const tone = title === 'permissions.missingRequired' ? 'warning' : 'plain';
	return [
		writer.line(message(title, {count: labels.length}), {indent: 1, tone, mark: 'note'}),
		...labels.map((label) => {
			const key = permissionKeyOf(label);
			return key === undefined
				? writer.line(message('value.plain', {value: label}), {indent: 2})
				: writer.line(message('permissions.named', {label, key, purpose: texts.text(purposeKeyOf(key))}), {
						indent: 2,
					});
		}),
	];
}
