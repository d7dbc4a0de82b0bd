/**
 * Pages of the IBM Cloud documentation. Only addresses that were seen in IBM's own pages or in the CLI's
 * output stand here; the others of the reference are known by file name alone.
 */
export const links = {
	/** What this program does, done by hand (seen: linked from IBM's troubleshooting page). */
	classicCredentials: 'https://cloud.ibm.com/docs/containers?topic=containers-classic-credentials',
	/** Creating and finding a classic infrastructure API key (seen: address of the page itself). */
	classicKeys: 'https://cloud.ibm.com/docs/iam?topic=iam-classic_keys',
	/** Permissions that clusters need, as `ks infra-permissions get` itself prints it (seen). */
	infrastructurePermissions: 'https://ibm.biz/infra-permission',
	/** Reference of the `ibmcloud ks` commands (seen: linked from IBM's map of commands). */
	kubernetesCommands: 'https://cloud.ibm.com/docs/containers?topic=containers-kubernetes-service-cli',
} as const;
