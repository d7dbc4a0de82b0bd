/**
 * Pages of the IBM Cloud documentation. Only addresses seen in IBM's own pages or in the CLI's output are
 * listed; the other pages of the reference are known by file name alone.
 */
export const links = {
	/** What this program does, done by hand (seen: linked from IBM's troubleshooting page). */
	classicCredentials: 'https://cloud.ibm.com/docs/containers?topic=containers-classic-credentials',
	/** How to create and find a classic infrastructure API key (seen: address of the page itself). */
	classicKeys: 'https://cloud.ibm.com/docs/iam?topic=iam-classic_keys',
	/** Permissions that clusters need; printed by `ks infra-permissions get` itself (seen). */
	infrastructurePermissions: 'https://ibm.biz/infra-permission',
	/** Reference of the `ibmcloud ks` commands (seen: linked from IBM's map of commands). */
	kubernetesCommands: 'https://cloud.ibm.com/docs/containers?topic=containers-kubernetes-service-cli',
} as const;
