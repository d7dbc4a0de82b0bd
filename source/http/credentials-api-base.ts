/** The base of the service's own API (documented in its description file; from source: container-services-go-sdk, bluemix-go). */
export const credentialsApiBase = 'https://containers.cloud.ibm.com/global';
