import type {Secret} from '../secrets/secret.ts';

/** An environment as Node has it: names to values. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What makes the CLI quiet and stable. Version check, colour and analytics: from source (SDK `bluemix/env.go`; that
 * analytics=false prevents the first-login question is inferred). `LC_ALL=C`: from source (the `sl` plug-in falls
 * back to the system's locale where the CLI has none).
 */
const quiet: Environment = {
	IBMCLOUD_VERSION_CHECK: 'false',
	IBMCLOUD_COLOR: 'false',
	IBMCLOUD_ANALYTICS: 'false',
	LC_ALL: 'C',
};

/**
 * Traces print requests, answers and arguments; quiet mode would hide the `FAILED` marker; the host of a plug-in says to it,
 * and to no other program, how it was called (from source: SDK `bluemix/env.go`).
 */
const removed = [
	'IBMCLOUD_TRACE',
	'BLUEMIX_TRACE',
	'BLUEMIX_COLOR',
	'BLUEMIX_VERSION_CHECK',
	'IBMCLOUD_QUIET',
	'IBMCLOUD_CLI',
	'BLUEMIX_CLI',
	'IBMCLOUD_PLUGIN_NAMESPACE',
	'BLUEMIX_PLUGIN_NAMESPACE',
	'IBMCLOUD_MCP_ENABLED',
	'DEBUG',
	'NODE_DEBUG',
	'NODE_DEBUG_NATIVE',
	'IAAS_CLASSIC_API_KEY',
	'IAAS_CLASSIC_USERNAME',
];

/** A value of fewer characters, such as a slip of the finger in the field of the key, is a part of ordinary values by chance. */
const shortestPart = 8;

/**
 * The environment of a child: the operator's own, made quiet, with the given changes (`undefined` removes), and
 * without any variable that holds one of the secrets, whatever its name.
 */
export function childEnvironment(
	own: Environment,
	changes: Environment,
	secrets: readonly Secret[],
): Record<string, string> {
	const values = secrets.map((secret) => secret.reveal()).filter((value) => value !== '');
	const environment: Record<string, string> = {};
	for (const [name, value] of Object.entries({...own, ...quiet, ...changes})) {
		const isRemoved = removed.includes(name) && !Object.hasOwn(changes, name);
		if (value !== undefined && !isRemoved && !values.some((secret) => holds(value, secret))) {
			environment[name] = value;
		}
	}

	return environment;
}

function holds(value: string, secret: string): boolean {
	return value === secret || (secret.length >= shortestPart && value.includes(secret));
}
