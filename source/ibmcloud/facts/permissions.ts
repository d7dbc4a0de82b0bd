/**
 * The classic infrastructure permissions that clusters need: the keys that `sl user permission-edit
 * --permission` takes, each with the name that `ks infra-permissions get` prints (documented: page on
 * infrastructure roles). The first nine are required, the others suggested. The purpose of each is in
 * `text/`, as `permission.purpose.KEY`.
 */
const labels = {
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
	// Needed together with SERVER_ADD for public networking (documented).
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
} as const;

/** The key of a documented permission. */
export type PermissionKey = keyof typeof labels;

/** The keys of all documented permissions. */
export const permissionKeys = Object.keys(labels) as readonly PermissionKey[];

/** Removes case, bracketed text and extra blanks: `Add/Upgrade Storage (StorageLayer)` was seen, too. */
function plainLabel(label: string): string {
	return label
		.replace(/\([^)]*\)/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.toLowerCase();
}

/** Returns the permission with a label of `ks infra-permissions get`, if known; a key is its own label. */
export function permissionKeyOf(label: string): PermissionKey | undefined {
	const name = label.trim();
	return permissionKeys.find((key) => key === name || plainLabel(labels[key]) === plainLabel(name));
}

/** Reports whether IAM access groups, no longer `permission-edit`, give a permission (documented, 2026). */
export function isManagedByAccessGroups(key: string): boolean {
	return key.startsWith('TICKET_');
}
