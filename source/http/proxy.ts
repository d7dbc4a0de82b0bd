import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {isLoopback, type Checked} from './address.ts';

/** The environment that names the proxy; handed in, so that no test and no rehearsal meets the real one. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>;

/** A proxy, and what it is told of who asks. */
export interface Proxy {
	readonly url: URL;
	readonly authorization: Secret | undefined;
}

/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` as the operator's `ibmcloud` does, which is written in Go:
 * capital letters before small ones, no scheme means `http://`. (documented: `HTTPS_PROXY` for ibmcloud;
 * inferred: the rest, from Go) This machine is never reached through a proxy: over plain `http` it would read
 * the key.
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

/** Whether `NO_PROXY` names this host, a domain that it is in, or all; with a port, only for that port. */
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

/** As it is meant, where it can be decoded; else as the address spells it. */
function decoded(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
