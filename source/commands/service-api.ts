import type {CredentialsApiScope} from '../http/credentials-api.ts';
import {isIbmHost} from '../http/address.ts';
import {credentialsApiBase} from '../http/credentials-api-base.ts';
import {apiFailure} from '../ibmcloud/api-failure.ts';
import type {Client} from '../ibmcloud/client.ts';
import {readConfiguration, readRefreshToken} from '../ibmcloud/configuration.ts';
import type {ConfigurationDirectory} from '../ibmcloud/configuration-directory.ts';
import {accountOfToken} from '../ibmcloud/parsers/token-claims.ts';
import type {Credential, Outcome, WriteOutcome} from '../ibmcloud/types.ts';
import {unsent, writeOutcomeOf} from '../ibmcloud/write-outcome.ts';
import {keyOf, type Change, type Scope} from '../plan/plan.ts';
import type {Secret} from '../secrets/secret.ts';
import type {Environment} from '../shell/environment.ts';

/**
 * The service's own API as a writer and reader (`--via api`): the key is in no process list. The IAM token comes from
 * `ibmcloud iam oauth-tokens`, afresh for each call, so that an expired one is never sent.
 */
export interface ServiceApi {
	/** Host as the review names it where it is not IBM's. */
	readonly host: string;
	readonly isIbm: boolean;
	/**
	 * Carries a change out, once, and only with a token of the account that was reviewed.
	 *
	 * @param directory the configuration that was looked at: the token is its own.
	 */
	write(
		directory: ConfigurationDirectory,
		scope: Scope,
		change: Change,
		options: WriteOptions,
	): Promise<WriteOutcome>;
	/** From now on the refresh token goes along where the service, at a host of IBM, has asked for it. */
	allowRefreshToken(): void;
	read(
		directory: ConfigurationDirectory,
		scope: Scope,
		signal: AbortSignal | undefined,
	): Promise<Outcome<Credential>>;
	/** The request as a person may read it, without secrets. */
	describe(scope: Scope, change: Change): string;
}

export interface WriteOptions {
	/** The id of the account that was reviewed; where it is not known nothing is sent. */
	readonly accountId: string | undefined;
	readonly signal: AbortSignal;
}

export interface ServiceApiOptions {
	readonly client: Client;
	readonly environment: Environment;
}

/** Both can be set, for a private endpoint or a company's certificate authority. */
const baseVariable = 'CLASSIC_CREDENTIALS_API_ENDPOINT';
const authorityVariable = 'CLASSIC_CREDENTIALS_CA_FILE';

/** @returns the writer and reader over the service’s own API; sends nothing yet. */
export function createServiceApi({client, environment}: ServiceApiOptions): ServiceApi {
	// A variable that is empty says nothing, as everywhere.
	const base = (environment[baseVariable] || credentialsApiBase).replace(/\/+$/, '');
	const certificateAuthority = environment[authorityVariable] || undefined;
	const {host, hostname} = addressOf(base);
	const isIbm = isIbmHost(hostname);
	/** Whether an answer has named its header, and whether the operator has said yes. */
	const refresh = {isAsked: false, isAllowed: false};

	const tokenOf = async (
		directory: ConfigurationDirectory,
		signal: AbortSignal | undefined,
	): Promise<Outcome<Secret>> => client.iamToken(directory).run(signal === undefined ? {} : {signal});

	const refreshTokenOf = (directory: ConfigurationDirectory): Secret | undefined =>
		isIbm && refresh.isAsked && refresh.isAllowed ? readRefreshToken(directory.configurationFile) : undefined;

	const requestFor = (
		token: Secret,
		{region, group}: Scope,
		signal: AbortSignal | undefined,
	): CredentialsApiScope => ({
		baseUrl: base,
		token,
		region,
		groupId: group.id,
		proxyEnvironment: environment,
		...(certificateAuthority === undefined ? {} : {certificateAuthority}),
		...(signal === undefined ? {} : {signal}),
	});

	return {
		host,
		isIbm,
		allowRefreshToken() {
			refresh.isAllowed = true;
		},
		async write(directory, scope, change, {accountId, signal}) {
			const command = request(change.kind === 'set' ? 'POST' : 'DELETE', base);
			const {setCredentialByApi, unsetCredentialByApi} = await import('../http/credentials-api.ts');
			const token = await tokenOf(directory, signal);
			// Nothing has been sent, whatever it was.
			if (!token.ok) {
				return unsent(token.error);
			}

			if (accountId === undefined || !isOfAccount(token.value, directory, accountId)) {
				return unsent({kind: 'api-other-account', words: '', command});
			}

			const target = requestFor(token.value, scope, signal);
			const outcome =
				change.kind === 'unset'
					? await unsetCredentialByApi(target)
					: await setCredentialByApi({
							...target,
							username: change.pair.username,
							apiKey: keyOf(change.pair),
							refreshToken: refreshTokenOf(directory),
						});
			if (outcome.ok) {
				return {kind: 'done'};
			}

			refresh.isAsked ||= outcome.error.wantsRefreshToken === true;
			return writeOutcomeOf({ok: false, error: apiFailure(outcome.error, command)});
		},
		async read(directory, scope, signal) {
			const token = await tokenOf(directory, signal);
			if (!token.ok) {
				return token;
			}

			const {getCredentialByApi} = await import('../http/credentials-api.ts');
			const outcome = await getCredentialByApi(requestFor(token.value, scope, signal));
			return outcome.ok ? outcome : {ok: false, error: apiFailure(outcome.error, request('GET', base))};
		},
		describe: ({region, group}, change) =>
			change.kind === 'set'
				? `${request('POST', base)} X-Region:${region} X-Auth-Resource-Group:${group.id} X-Auth-Softlayer-Username:${change.pair.username} X-Auth-Softlayer-APIKey:"$KEY"`
				: `${request('DELETE', base)} X-Region:${region} X-Auth-Resource-Group:${group.id}`,
	};
}

/**
 * Whether a token acts in this account, and the configuration that it came from still stands there: a token that does
 * not say whose it is, is not sent.
 */
function isOfAccount(token: Secret, directory: ConfigurationDirectory, accountId: string): boolean {
	const targeted = readConfiguration(directory.configurationFile)?.account?.id;
	return accountOfToken(token) === accountId && (targeted === undefined || targeted === accountId);
}

function request(method: string, base: string): string {
	return `${method} ${base}/v1/credentials`;
}

function addressOf(base: string): {readonly host: string; readonly hostname: string} {
	return URL.canParse(base) ? new URL(base) : {host: base, hostname: ''};
}
