import {endpointOf} from '../http/address.ts';
import type {Client} from '../ibmcloud/client.ts';
import type {unsetCredentialByApi} from '../ibmcloud/credentials-api.ts';
import {accountOfToken, readConfiguration, readRefreshToken} from '../ibmcloud/configuration.ts';
import type {ConfigurationDirectory, Credential, Outcome, WriteOutcome} from '../ibmcloud/types.ts';
import {unsent, writeOutcomeOf} from '../ibmcloud/write-outcome.ts';
import {keyOf, type Change, type Scope} from '../plan/plan.ts';
import type {Secret} from '../secrets/secret.ts';
import type {Environment} from '../shell/environment.ts';

/** The service's own API as a writer and reader. */
export type ServiceApi = ReturnType<typeof createServiceApi>;

/** The base of the API (documented; from source: container-services-go-sdk, bluemix-go). */
const usualBase = 'https://containers.cloud.ibm.com/global';
/** Set a private endpoint and a company's certificate authority. */
const baseVariable = 'CLASSIC_CREDENTIALS_API_ENDPOINT';
const authorityVariable = 'CLASSIC_CREDENTIALS_CA_FILE';

/**
 * Creates a writer and reader over the service's own API (`--via api`): the key is in no process list. Sends
 * nothing yet. The IAM token comes from `ibmcloud iam oauth-tokens`, afresh for each call, so that an expired
 * one is never sent.
 */
export function createServiceApi(client: Client, environment: Environment) {
	const {host, isIbm, command, requestFor} = serviceOf(environment);
	// Whether an answer has named the header of the refresh token, and whether the operator has said yes.
	const refresh = {isAsked: false, isAllowed: false};
	return {
		host,
		isIbm,
		/** Allows sending the refresh token from now on, if the service has asked for it, at a host of IBM. */
		allowRefreshToken: (): void => {
			refresh.isAllowed = true;
		},
		/**
		 * Carries out a change once, and only with a token of the account that was reviewed.
		 *
		 * @param directory the configuration that was read; the token comes from it.
		 * @param options.accountId the account that was reviewed; nothing is sent if it is unknown.
		 */
		async write(
			directory: ConfigurationDirectory,
			scope: Scope,
			change: Change,
			{accountId, signal}: {readonly accountId: string | undefined; readonly signal: AbortSignal},
		): Promise<WriteOutcome> {
			const token = await client.iamToken(directory).run({signal});
			// Without a token nothing has been sent.
			if (!token.ok) {
				return unsent(token.error);
			}

			if (accountId === undefined || !isOfAccount(token.value, directory, accountId)) {
				return unsent({kind: 'api-other-account', words: '', command: command(change)});
			}

			const mayRefresh = change.kind === 'set' && isIbm && refresh.isAsked && refresh.isAllowed;
			const refreshToken = mayRefresh ? readRefreshToken(directory.configurationFile) : undefined;
			const outcome = await send(change, requestFor(token.value, scope, signal), refreshToken);
			refresh.isAsked ||= !outcome.ok && outcome.error.kind === 'api-wants-refresh-token';
			return writeOutcomeOf(outcome);
		},
		async read(
			directory: ConfigurationDirectory,
			scope: Scope,
			signal: AbortSignal | undefined,
		): Promise<Outcome<Credential>> {
			const token = await client.iamToken(directory).run({signal});
			if (!token.ok) {
				return token;
			}

			const {getCredentialByApi} = await import('../ibmcloud/credentials-api.ts');
			return getCredentialByApi(requestFor(token.value, scope, signal));
		},
		/** Describes the request of a change for a person, without secrets. */
		describe: (scope: Scope, change: Change): string =>
			`${command(change)} ${headersOf(scope, change).join(' ')}`,
	};
}

async function send(
	change: Change,
	request: Parameters<typeof unsetCredentialByApi>[0],
	refreshToken: Secret | undefined,
): Promise<Outcome<unknown>> {
	const api = await import('../ibmcloud/credentials-api.ts');
	return change.kind === 'unset'
		? api.unsetCredentialByApi(request)
		: api.setCredentialByApi({
				...request,
				username: change.pair.username,
				apiKey: keyOf(change.pair),
				refreshToken,
			});
}

function headersOf({region, group}: Scope, change: Change): readonly string[] {
	const pair =
		change.kind === 'set'
			? [`X-Auth-Softlayer-Username:${change.pair.username}`, 'X-Auth-Softlayer-APIKey:"$KEY"']
			: [];
	return [`X-Region:${region}`, `X-Auth-Resource-Group:${group.id}`, ...pair];
}

/** Returns where the service is, and how to make a request. An empty variable counts as not set. */
function serviceOf(environment: Environment) {
	const {url: baseUrl, host, isIbm} = endpointOf(environment[baseVariable], usualBase);
	return {
		host,
		isIbm,
		command: ({kind}: Change) => `${kind === 'set' ? 'POST' : 'DELETE'} ${baseUrl}/v1/credentials`,
		requestFor: (token: Secret, {region, group}: Scope, signal: AbortSignal | undefined) => ({
			baseUrl,
			token,
			region,
			groupId: group.id,
			proxyEnvironment: environment,
			certificateAuthority: environment[authorityVariable] || undefined,
			signal,
		}),
	};
}

/**
 * Reports whether a token acts in this account, and the configuration that it came from still targets it. A
 * token that does not name its account is not sent.
 */
function isOfAccount(token: Secret, directory: ConfigurationDirectory, accountId: string): boolean {
	const targeted = readConfiguration(directory.configurationFile)?.account?.id;
	return accountOfToken(token) === accountId && (targeted === undefined || targeted === accountId);
}
