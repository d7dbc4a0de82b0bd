import {isIbmHost} from './address.ts';

/** Where a pair is checked, and what the review says about it. */
export interface PairCheckEndpoint {
	/** The API's base, `/rest/v3.1` included, without a slash at the end. */
	readonly url: string;
	/** Host and port as a person reads them; what was given, where it is no address. */
	readonly host: string;
	/** False for a host that the review must name: the key would go there. */
	readonly isIbm: boolean;
}

/** (documented: SLDN) */
const defaultEndpoint = 'https://api.softlayer.com/rest/v3.1';

/**
 * Reads `ENV_SL_API_ENDPOINT` as the `sl` plug-in has it (from source): the whole base of the API, kept but
 * for a slash at its end. An unusable one is not replaced by the default: the check is skipped with words.
 */
export function pairCheckEndpoint(
	environment: Readonly<Record<string, string | undefined>>,
): PairCheckEndpoint {
	const given = environment['ENV_SL_API_ENDPOINT']?.trim() ?? '';
	const url = (given === '' ? defaultEndpoint : given).replace(/\/+$/, '');
	const parsed = URL.canParse(url) ? new URL(url) : undefined;
	return {
		url,
		host: parsed === undefined || parsed.host === '' ? url : parsed.host,
		isIbm: parsed !== undefined && isIbmHost(parsed.hostname),
	};
}
