import {conceal, holdsSecret} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';

/** An environment as Node has it: names to values. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Variables that make the CLI quiet and stable. Version check, color and analytics: from source (SDK
 * `bluemix/env.go`; that analytics=false prevents the first-login question is inferred). `LC_ALL=C`: from
 * source (the `sl` plug-in falls back to the system's locale where the CLI has none). Traces print requests,
 * answers and arguments; quiet mode would hide the `FAILED` marker; the host of a plug-in tells it, and no
 * other program, how it was called (from source: SDK `bluemix/env.go`).
 */
const quiet: Environment = {
	IBMCLOUD_VERSION_CHECK: 'false',
	IBMCLOUD_COLOR: 'false',
	IBMCLOUD_ANALYTICS: 'false',
	LC_ALL: 'C',
	IBMCLOUD_TRACE: undefined,
	BLUEMIX_TRACE: undefined,
	BLUEMIX_COLOR: undefined,
	BLUEMIX_VERSION_CHECK: undefined,
	IBMCLOUD_QUIET: undefined,
	IBMCLOUD_CLI: undefined,
	BLUEMIX_CLI: undefined,
	IBMCLOUD_PLUGIN_NAMESPACE: undefined,
	BLUEMIX_PLUGIN_NAMESPACE: undefined,
	IBMCLOUD_MCP_ENABLED: undefined,
	DEBUG: undefined,
	NODE_DEBUG: undefined,
	NODE_DEBUG_NATIVE: undefined,
	IAAS_CLASSIC_API_KEY: undefined,
	IAAS_CLASSIC_USERNAME: undefined,
};

/** The CLI logs in and connects with these: inherited, although they hold secrets that we know. */
const needed = /^(?:(?:https?|all|no)_proxy|(?:IBMCLOUD|BLUEMIX)_API_KEY|IBMCLOUD_CR_TOKEN)$/iu;

/**
 * Returns the environment of a child: the operator's own, made quiet, with the given changes (`undefined`
 * removes), and without any variable that holds a protected secret, unless the CLI needs it.
 */
export function childEnvironment(own: Environment, changes: Environment = {}): Record<string, string> {
	const environment: Record<string, string> = {};
	for (const [name, value] of Object.entries({...own, ...quiet, ...changes})) {
		if (value !== undefined && (needed.test(name) || !holdsSecret(value))) {
			environment[name] = value;
		}
	}

	return environment;
}

/** Matches a name whose last word says it is a secret. `…_KEY` alone also names files and fingerprints. */
const namedSecret = /(?:^|_)(?:API_?KEY|TOKEN|PASSWORD|PASSWD|SECRET)$/iu;
/** A shorter value can be part of ordinary words. */
const shortestNamed = 16;

/**
 * Conceals what an environment calls a key, a token or a password: children inherit it, and can print it. A
 * path (of a file that holds one) or an address is not itself a secret.
 */
export function concealNamedSecrets(environment: Environment): void {
	for (const [name, value = ''] of Object.entries(environment)) {
		if (namedSecret.test(name) && value.length >= shortestNamed && !/^[/~.]|:\/\//u.test(value)) {
			conceal(new Secret(value));
		}
	}
}
