import {readFile} from 'node:fs/promises';
import tls from 'node:tls';

/** The certificate authorities to trust, or the words that say why there are none. */
export type CertificateAuthorities =
	| {readonly ok: true; readonly certificates: readonly string[] | undefined}
	| {readonly ok: false; readonly words: string};

/**
 * Those that Node trusts, and those in the file: a company's own authority comes in addition, it replaces
 * nothing. Without a file `undefined`, which is Node's own choice (`NODE_EXTRA_CA_CERTS` included).
 */
export async function certificateAuthorities(path: string | undefined): Promise<CertificateAuthorities> {
	if (path === undefined) {
		return {ok: true, certificates: undefined};
	}

	try {
		const additional = await readFile(path, 'utf8');
		if (!additional.includes('-----BEGIN CERTIFICATE-----')) {
			return {ok: false, words: `${path}: no certificate in PEM form`};
		}

		return {ok: true, certificates: [...tls.getCACertificates('default'), additional]};
	} catch (error) {
		return {ok: false, words: error instanceof Error ? error.message : `${path}: cannot be read`};
	}
}
