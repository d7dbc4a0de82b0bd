/** A classic infrastructure permission, as both `sl` and `ks infra-permissions` speak of it. */
export interface Permission {
	readonly key: string;
	/** The label that `infra-permissions get` prints. The map label to key is not documented: inferred. */
	readonly label: string;
	readonly department: string;
	readonly area: 'virtual' | 'physical' | 'network' | 'storage';
	readonly level: 'required' | 'suggested';
}

/** The permissions that the cluster service looks at (documented: classic roles page; labels and areas inferred). */
export const permissions: readonly Permission[] = [
	{
		key: 'REMOTE_MANAGEMENT',
		label: 'IPMI Remote Management',
		department: 'DEVICES',
		area: 'physical',
		level: 'required',
	},
	{key: 'SERVER_ADD', label: 'Add Server', department: 'SALES', area: 'virtual', level: 'required'},
	{key: 'SERVER_CANCEL', label: 'Cancel Server', department: 'SALES', area: 'virtual', level: 'required'},
	{
		key: 'SERVER_RELOAD',
		label: 'OS Reloads and Rescue Kernel',
		department: 'DEVICES',
		area: 'virtual',
		level: 'required',
	},
	{
		key: 'VIRTUAL_GUEST_VIEW',
		label: 'View Virtual Server Details',
		department: 'DEVICES',
		area: 'virtual',
		level: 'required',
	},
	{
		key: 'HARDWARE_VIEW',
		label: 'View Hardware Details',
		department: 'DEVICES',
		area: 'physical',
		level: 'required',
	},
	{key: 'TICKET_ADD', label: 'Add Tickets', department: 'SUPPORT', area: 'virtual', level: 'required'},
	{key: 'TICKET_EDIT', label: 'Edit Tickets', department: 'SUPPORT', area: 'virtual', level: 'required'},
	{key: 'TICKET_VIEW', label: 'View Tickets', department: 'SUPPORT', area: 'virtual', level: 'required'},
	{
		key: 'ACCESS_ALL_GUEST',
		label: 'Access All Virtual Servers',
		department: 'DEVICES',
		area: 'virtual',
		level: 'suggested',
	},
	{
		key: 'ACCESS_ALL_HARDWARE',
		label: 'Access All Hardware',
		department: 'DEVICES',
		area: 'physical',
		level: 'suggested',
	},
	{
		key: 'PUBLIC_NETWORK_COMPUTE',
		label: 'Add Compute with Public Network Port',
		department: 'NETWORK',
		area: 'network',
		level: 'suggested',
	},
	{key: 'DNS_MANAGE', label: 'Manage DNS', department: 'NETWORK', area: 'network', level: 'suggested'},
	{
		key: 'HOSTNAME_EDIT',
		label: 'Edit Hostname/Domain',
		department: 'DEVICES',
		area: 'virtual',
		level: 'suggested',
	},
	{key: 'IP_ADD', label: 'Add IP Addresses', department: 'NETWORK', area: 'network', level: 'suggested'},
	{
		key: 'NETWORK_ROUTE_MANAGE',
		label: 'Manage Network Subnet Routes',
		department: 'NETWORK',
		area: 'network',
		level: 'suggested',
	},
	{
		key: 'PORT_CONTROL',
		label: 'Manage Port Control',
		department: 'NETWORK',
		area: 'network',
		level: 'suggested',
	},
	{
		key: 'SECURITY_CERTIFICATE_MANAGE',
		label: 'Manage Certificates (SSL)',
		department: 'NETWORK',
		area: 'network',
		level: 'suggested',
	},
	{
		key: 'SECURITY_CERTIFICATE_VIEW',
		label: 'View Certificates (SSL)',
		department: 'NETWORK',
		area: 'network',
		level: 'suggested',
	},
	{
		key: 'ADD_SERVICE_STORAGE',
		label: 'Add/Upgrade Storage (StorageLayer)',
		department: 'ADMINISTRATIVE',
		area: 'storage',
		level: 'suggested',
	},
	{
		key: 'NAS_MANAGE',
		label: 'Manage Storage',
		department: 'ADMINISTRATIVE',
		area: 'storage',
		level: 'suggested',
	},
];
