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

/** The names that `ks infra-permissions get` prints (documented: page on infrastructure roles, each with its key). */
const labels: Readonly<Record<PermissionKey, string>> = {
	REMOTE_MANAGEMENT: 'IPMI Remote Management',
	SERVER_ADD: 'Add Server',
	SERVER_CANCEL: 'Cancel Server',
	SERVER_RELOAD: 'OS Reloads and Rescue Kernel',
	VIRTUAL_GUEST_VIEW: 'View Virtual Server Details',
	HARDWARE_VIEW: 'View Hardware Details',
	TICKET_ADD: 'Add Support Case',
	TICKET_EDIT: 'Edit Support Case',
	TICKET_VIEW: 'View Support Case',
	ACCESS_ALL_GUEST: 'Access All Virtual',
	ACCESS_ALL_HARDWARE: 'Access All Hardware',
	PUBLIC_NETWORK_COMPUTE: 'Add Compute with Public Network Port',
	DNS_MANAGE: 'Manage DNS',
	HOSTNAME_EDIT: 'Edit Hostname/Domain',
	IP_ADD: 'Add IP Addresses',
	NETWORK_ROUTE_MANAGE: 'Manage Network Subnet Routes',
	PORT_CONTROL: 'Manage Port Control',
	SECURITY_CERTIFICATE_MANAGE: 'Manage Certificates (SSL)',
	SECURITY_CERTIFICATE_VIEW: 'View Certificates (SSL)',
	ADD_SERVICE_STORAGE: 'Add/Upgrade Storage (Storage Layer)',
	NAS_MANAGE: 'Storage Manage',
};

/** Case, blanks and what stands in brackets are not told apart: `Add/Upgrade Storage (StorageLayer)` was seen, too. */
function plainLabel(label: string): string {
	return label
		.replace(/\([^)]*\)/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.toLowerCase();
}

/** Whether the text is the key of a documented permission. */
function isPermissionKey(text: string): text is PermissionKey {
	return infrastructurePermissions.some((permission) => permission.key === text);
}

/** The permission behind a label of `ks infra-permissions get`, where it is known; a key stands for itself. */
export function permissionKeyOf(label: string): PermissionKey | undefined {
	const name = label.trim();
	return isPermissionKey(name)
		? name
		: infrastructurePermissions.find(({key}) => plainLabel(labels[key]) === plainLabel(name))?.key;
}

/** Whether a permission is given by IAM access groups and no longer by `permission-edit` (documented, 2026). */
export function isManagedByAccessGroups(key: string): boolean {
	return key.startsWith('TICKET_');
}

/** Where `text/` says what the permission is for. */
export function purposeKeyOf<Key extends PermissionKey>(key: Key): `permission.purpose.${Key}` {
	return `permission.purpose.${key}`;
}
