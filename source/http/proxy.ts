import {Secret} from '../secrets/secret.ts';

/** The environment that names the proxy; handed in, so that no test and no rehearsal meets the real one. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** The settings of undici's `EnvHttpProxyAgent`. All are given, also empty: it reads `process.env` for what is missing. */
export type ProxySettings =
	| {
			readonly ok: true;
			readonly httpProxy: string;
			readonly httpsProxy: string;
			readonly noProxy: string;
			/** Passwords within the proxies' addresses. */
			readonly secrets: readonly Secret[];
	  }
	| {readonly ok: false; readonly words: string};

const direct: ProxySettings = {ok: true, httpProxy: '', httpsProxy: '', noProxy: '*', secrets: []};

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` as the operator's `ibmcloud` does, which is written in Go: capital
 * letters before small ones, no scheme means `http://`, and this machine is never reached through a proxy (over plain
 * `http` the proxy would read the key). (documented: `HTTPS_PROXY` for ibmcloud; inferred: the rest, from Go)
 */
export function proxySettings(environment: ProxyEnvironment, isLoopback: boolean): ProxySettings {
	if (isLoopback) {
		return direct;
	}

	const secrets: Secret[] = [];
	const addresses: Record<string, string> = {};
	for (const name of ['HTTPS_PROXY', 'HTTP_PROXY']) {
		const given = firstOf(environment, name);
		const address = given === '' || given.includes('://') ? given : `http://${given}`;
		if (address !== '') {
			const url = URL.canParse(address) ? new URL(address) : undefined;
			// undici's SOCKS client is an experiment that prints a warning into the screen.
			if (url === undefined || !/^https?:$/.test(url.protocol)) {
				return {ok: false, words: `${name} is not the http:// or https:// address of a proxy`};
			}

			secrets.push(...passwords(url));
		}

		addresses[name] = address;
	}

	return {
		ok: true,
		httpsProxy: addresses['HTTPS_PROXY'] ?? '',
		httpProxy: addresses['HTTP_PROXY'] ?? '',
		noProxy: firstOf(environment, 'NO_PROXY'),
		secrets,
	};
}

function firstOf(environment: ProxyEnvironment, name: string): string {
	return (
		[environment[name], environment[name.toLowerCase()]].map((value) => value?.trim() ?? '').find(Boolean) ??
		''
	);
}

/** The password as the address spells it; as it is meant too, where it can be decoded. */
function passwords({password}: URL): readonly Secret[] {
	try {
		return [new Secret(password), new Secret(decodeURIComponent(password))];
	} catch {
		return [new Secret(password)];
	}
}
