/**
 * The classic infrastructure permissions that clusters need (documented: page on infrastructure roles). What each is
 * for is said in `text/`, under the key that `purposeKeyOf` gives.
 */

/** One permission that `ibmcloud sl user permission-edit --permission` takes. */
export interface InfrastructurePermission {
	readonly key: PermissionKey;
	readonly level: 'required' | 'suggested';
	/** Handled by IAM access groups of the Support Center now (documented, 2026): shown, never offered to be granted. */
	readonly managedByAccessGroups: boolean;
}

const required = [
	'REMOTE_MANAGEMENT',
	'SERVER_ADD',
	'SERVER_CANCEL',
	'SERVER_RELOAD',
	'VIRTUAL_GUEST_VIEW',
	'HARDWARE_VIEW',
	'TICKET_ADD',
	'TICKET_EDIT',
	'TICKET_VIEW',
] as const;

/** `PUBLIC_NETWORK_COMPUTE` is needed together with `SERVER_ADD` for public networking (documented). */
const suggested = [
	'ACCESS_ALL_GUEST',
	'ACCESS_ALL_HARDWARE',
	'PUBLIC_NETWORK_COMPUTE',
	'DNS_MANAGE',
	'HOSTNAME_EDIT',
	'IP_ADD',
	'NETWORK_ROUTE_MANAGE',
	'PORT_CONTROL',
	'SECURITY_CERTIFICATE_MANAGE',
	'SECURITY_CERTIFICATE_VIEW',
	'ADD_SERVICE_STORAGE',
	'NAS_MANAGE',
] as const;

/** The key of a documented permission. */
export type PermissionKey = (typeof required)[number] | (typeof suggested)[number];

/** All documented permissions, the required ones first. */
export const infrastructurePermissions: readonly InfrastructurePermission[] = [
	...required.map((key) => ({
		key,
		level: 'required' as const,
		managedByAccessGroups: isManagedByAccessGroups(key),
	})),
	...suggested.map((key) => ({
		key,
		level: 'suggested' as const,
		managedByAccessGroups: isManagedByAccessGroups(key),
	})),
];

/**
 * Labels of `ks infra-permissions get` and the permission behind them. No such map is documented: inferred from the
 * names, `Add/Upgrade Storage` also seen in the fixtures of the `sl` plug-in.
 */
const keysByLabel: ReadonlyMap<string, PermissionKey> = new Map<string, PermissionKey>([
	['add server', 'SERVER_ADD'],
	['cancel server', 'SERVER_CANCEL'],
	['view virtual server details', 'VIRTUAL_GUEST_VIEW'],
	['view hardware details', 'HARDWARE_VIEW'],
	['add/upgrade storage', 'ADD_SERVICE_STORAGE'],
	['add/upgrade storage (storagelayer)', 'ADD_SERVICE_STORAGE'],
]);

/** Whether the text is the key of a documented permission. */
function isPermissionKey(text: string): text is PermissionKey {
	return infrastructurePermissions.some((permission) => permission.key === text);
}

/** The permission behind a label of `ks infra-permissions get`, where it is known; a key stands for itself. */
export function permissionKeyOf(label: string): PermissionKey | undefined {
	const name = label.trim();
	return isPermissionKey(name) ? name : keysByLabel.get(name.toLowerCase());
}

/** Whether a permission is given by IAM access groups and no longer by `permission-edit` (documented, 2026). */
export function isManagedByAccessGroups(key: string): boolean {
	return key.startsWith('TICKET_');
}

/** Where `text/` says what the permission is for. */
export function purposeKeyOf<Key extends PermissionKey>(key: Key): `permission.purpose.${Key}` {
	return `permission.purpose.${key}`;
}
