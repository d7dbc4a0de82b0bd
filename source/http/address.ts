/** A value that a request may use, or the words that say why not. */
export type Checked<Value> =
	| {readonly ok: true; readonly value: Value}
	| {readonly ok: false; readonly words: string};

/**
 * Accepts `https` anywhere, and plain `http` on this machine only: our requests carry a key, which anyone on
 * the way could read. An address with a user name or password is refused, because addresses end up in logs.
 */
export function checkAddress(address: string): Checked<URL> {
	const url = URL.parse(address);
	if (url === null) {
		return {ok: false, words: 'not an address'};
	}

	if (url.protocol !== 'https:' && url.protocol !== 'http:') {
		return {ok: false, words: `${url.protocol}// is not https://`};
	}

	if (url.username !== '' || url.password !== '') {
		return {ok: false, words: `the address of ${url.host} contains a user name or password`};
	}

	if (url.protocol === 'http:' && !isLoopback(url)) {
		return {ok: false, words: `http://${url.host} is not encrypted; only this machine may be asked that way`};
	}

	return {ok: true, value: url};
}

/**
 * Appends a path to a base address, with or without a slash at its end; query and fragment are dropped. A
 * base that is no address is joined as text, so that `checkAddress` refuses it with words.
 */
export function joinAddress(base: string, path: string): string {
	const url = URL.parse(base);
	if (url === null) {
		return base + path;
	}

	url.pathname = url.pathname.replace(/\/+$/, '') + path;
	url.search = '';
	url.hash = '';
	return url.href;
}

/** Reports whether an address is this machine's: 127.0.0.0/8, ::1 or `localhost`. */
export function isLoopback({hostname}: URL): boolean {
	return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/**
 * Returns where to ask a service: at the given address, even an unusable one, or without it the usual one.
 */
export function endpointOf(given: string | undefined, usual: string) {
	const url = (given?.trim() || usual).replace(/\/+$/, '');
	const parsed = URL.parse(url);
	return {
		/** The API's base, without a trailing slash. */
		url,
		/** Host and port for a person to read; the given text if it is no address. */
		host: parsed?.host || url,
		/** False for a host that the review must name, since a key would go there. */
		isIbm: parsed !== null && isIbmHost(parsed.hostname),
	};
}

/**
 * Returns where pairs are checked: `ENV_SL_API_ENDPOINT`, which for the `sl` plug-in (from source) is the
 * whole base of the API; else the usual address (documented: SLDN).
 */
export function pairCheckEndpoint(environment: Readonly<Record<string, string | undefined>>) {
	return endpointOf(environment['ENV_SL_API_ENDPOINT'], 'https://api.softlayer.com/rest/v3.1');
}

/**
 * Reports whether a host, as in `URL.hostname`, is IBM's: softlayer.com, ibm.com, or a name below them.
 * (documented: both domains serve the APIs; that IBM owns every name below them is inferred)
 */
function isIbmHost(hostname: string): boolean {
	const name = hostname.replace(/\.$/, '');
	return ['softlayer.com', 'ibm.com'].some((domain) => name === domain || name.endsWith(`.${domain}`));
}
