import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {isLoopback, type Checked} from './address.ts';

/** The environment that names the proxy; passed in, so that no test and no rehearsal meets the real one. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** A proxy, and the authorization that it is sent. */
export interface Proxy {
	readonly url: URL;
	readonly authorization: Secret | undefined;
}

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` as the operator's `ibmcloud` does, which is written in Go:
 * capitals first, no scheme means `http://`. (documented: `HTTPS_PROXY` for ibmcloud; inferred: the rest,
 * from Go) This machine is never reached by a proxy, which would read the key over plain `http`.
 */
export function proxyFor(url: URL, environment: ProxyEnvironment): Checked<Proxy | undefined> {
	const name = ['HTTPS_PROXY', 'HTTP_PROXY'].find((each) => firstOf(environment, each) !== '');
	if (name === undefined || isLoopback(url) || isExcepted(url, firstOf(environment, 'NO_PROXY'))) {
		return {ok: true, value: undefined};
	}

	const given = firstOf(environment, name);
	const address = given.includes('://') ? given : `http://${given}`;
	const proxy = URL.parse(address);
	if (proxy === null || !/^https?:$/.test(proxy.protocol)) {
		return {ok: false, words: `${name} is not the http:// or https:// address of a proxy`};
	}

	const [username, password] = [decoded(proxy.username), decoded(proxy.password)];
	const pair = Buffer.from(`${username}:${password}`).toString('base64');
	for (const text of [proxy.password, password, pair]) {
		protect(new Secret(text));
	}

	return {
		ok: true,
		value: {url: proxy, authorization: pair === 'Og==' ? undefined : new Secret(`Basic ${pair}`)},
	};
}

/** Reports whether `NO_PROXY` names this host, a domain of it, or all; with a port, only for that port. */
function isExcepted({hostname, port}: URL, list: string): boolean {
	return list
		.toLowerCase()
		.split(/[\s,]+/)
		.filter(Boolean)
		.some((entry) => {
			const [, name = '', only = ''] = /^\*?(.*?)(?::(\d+))?$/.exec(entry) ?? [];
			const isWithin = hostname === name || hostname.endsWith(name.startsWith('.') ? name : `.${name}`);
			return entry === '*' || (isWithin && (only === '' || only === (port || '443')));
		});
}

function firstOf(environment: ProxyEnvironment, name: string): string {
	return environment[name]?.trim() || environment[name.toLowerCase()]?.trim() || '';
}

/** Returns the text decoded, or as the address spells it if it cannot be decoded. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
