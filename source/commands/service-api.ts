import type {CredentialsApiError, CredentialsApiScope} from '../http/credentials-api.ts';
import {isIbmHost} from '../http/address.ts';
import {credentialsApiBase} from '../http/credentials-api-base.ts';
import type {Client} from '../ibmcloud/client.ts';
import type {Home} from '../ibmcloud/home.ts';
import type {CliError, Credential, Outcome} from '../ibmcloud/types.ts';
import type {Plan, Scope} from '../plan/plan.ts';
import type {Environment} from '../shell/environment.ts';
import type {Secret} from '../secrets/secret.ts';

/**
 * The service's own API as a writer and reader (`--via api`): the key is in no process list. The IAM token comes from
 * `ibmcloud iam oauth-tokens`, afresh for each call, so that an expired one is never sent.
 */
export interface ServiceApi {
	/** Host as the review names it where it is not IBM's. */
	readonly host: string;
	readonly isIbm: boolean;
	write(scope: Scope, plan: Plan, signal: AbortSignal): Promise<Outcome<void>>;
	read(scope: Scope, signal: AbortSignal | undefined): Promise<Outcome<Credential>>;
	/** The request as a person may read it, without secrets. */
	describe(scope: Scope, change: 'set' | 'unset', username: string | undefined): string;
}

export interface ServiceApiOptions {
	readonly client: Client;
	readonly own: Home;
	readonly environment: Environment;
	/** Told of every token, so that it is redacted everywhere. */
	readonly protect: (secret: Secret) => void;
}

/** Both can be set, for a private endpoint or a company's certificate authority. */
const baseVariable = 'CLASSIC_CREDENTIALS_API_ENDPOINT';
const authorityVariable = 'CLASSIC_CREDENTIALS_CA_FILE';

/** @returns the writer and reader over the service’s own API; sends nothing yet. */
export function createServiceApi({client, own, environment, protect}: ServiceApiOptions): ServiceApi {
	// A variable that is empty says nothing, as everywhere.
	const base = (environment[baseVariable] || credentialsApiBase).replace(/\/+$/, '');
	const certificateAuthority = environment[authorityVariable] || undefined;
	const {host, hostname} = addressOf(base);

	const scopeFor = async (
		{region, group}: Scope,
		signal: AbortSignal | undefined,
	): Promise<Outcome<CredentialsApiScope>> => {
		const token = await client.iamToken(own).run(signal === undefined ? {} : {signal});
		if (!token.ok) {
			return token;
		}

		protect(token.value);
		return {
			ok: true,
			value: {
				baseUrl: base,
				token: token.value,
				region,
				groupId: group.id,
				proxyEnvironment: environment,
				...(certificateAuthority === undefined ? {} : {certificateAuthority}),
				...(signal === undefined ? {} : {signal}),
			},
		};
	};

	return {
		host,
		isIbm: isIbmHost(hostname),
		async write(scope, {change}, signal) {
			const target = await scopeFor(scope, signal);
			if (!target.ok) {
				return target;
			}

			const {setCredentialByApi, unsetCredentialByApi} = await import('../http/credentials-api.ts');
			const outcome =
				change.kind === 'set'
					? await setCredentialByApi({
							...target.value,
							username: change.pair.username,
							apiKey: change.pair.apiKey,
						})
					: await unsetCredentialByApi(target.value);
			return outcome.ok
				? {ok: true, value: undefined}
				: {
						ok: false,
						error: errorOf(outcome.error, request(change.kind === 'set' ? 'POST' : 'DELETE', base)),
					};
		},
		async read(scope, signal) {
			const target = await scopeFor(scope, signal);
			if (!target.ok) {
				return target;
			}

			const {getCredentialByApi} = await import('../http/credentials-api.ts');
			const outcome = await getCredentialByApi(target.value);
			return outcome.ok ? outcome : {ok: false, error: errorOf(outcome.error, request('GET', base))};
		},
		describe: ({region, group}, change, username) =>
			change === 'set'
				? `${request('POST', base)} X-Region:${region} X-Auth-Resource-Group:${group.id} X-Auth-Softlayer-Username:${username ?? ''} X-Auth-Softlayer-APIKey:"$KEY"`
				: `${request('DELETE', base)} X-Region:${region} X-Auth-Resource-Group:${group.id}`,
	};
}

function request(method: string, base: string): string {
	return `${method} ${base}/v1/credentials`;
}

function addressOf(base: string): {readonly host: string; readonly hostname: string} {
	return URL.canParse(base) ? new URL(base) : {host: base, hostname: ''};
}

/** The API's failures in the words of the CLI's. `mayHaveArrived` makes a write one whose outcome is open. */
function errorOf(error: CredentialsApiError, command: string): CliError {
	return {
		kind: kindOf(error),
		words: error.words,
		command,
		...(error.code === undefined ? {} : {code: error.code}),
	};
}

function kindOf({reason, status, mayHaveArrived}: CredentialsApiError): CliError['kind'] {
	switch (reason) {
		case 'timed-out': {
			return 'timed-out';
		}

		case 'cancelled': {
			return 'cancelled';
		}

		case 'network':
		case 'tls':
		case 'refused-url': {
			// Where the request may have arrived, only a read-back can tell what became of it.
			return mayHaveArrived ? 'timed-out' : 'network';
		}

		case 'answered': {
			return kindOfStatus(status);
		}

		default: {
			return mayHaveArrived ? 'unreadable' : 'unknown';
		}
	}
}

/** What an HTTP status of the service means; that 401 is an ended session and 403 a missing role is inferred. */
function kindOfStatus(status: number | undefined): CliError['kind'] {
	switch (status) {
		case 401: {
			return 'session-expired';
		}

		case 403: {
			return 'role-too-low';
		}

		case 429: {
			return 'rate-limited';
		}

		default: {
			return status !== undefined && status >= 500 ? 'service-unavailable' : 'unknown';
		}
	}
}
