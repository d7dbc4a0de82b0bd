import {readFile} from 'node:fs/promises';
import tls from 'node:tls';
import type {Checked} from './address.ts';

/**
 * Those that Node trusts, and those in the file: a company's own authority comes in addition, it replaces
 * nothing. Without a file `undefined`, which is Node's own choice (`NODE_EXTRA_CA_CERTS` included).
 */
export async function certificateAuthorities(
	path: string | undefined,
): Promise<Checked<readonly string[] | undefined>> {
	if (path === undefined) {
		return {ok: true, value: undefined};
	}

	try {
		const additional = await readFile(path, 'utf8');
		if (!additional.includes('-----BEGIN CERTIFICATE-----')) {
			return {ok: false, words: `${path}: no certificate in PEM form`};
		}

		return {ok: true, value: [...tls.getCACertificates('default'), additional]};
	} catch (error) {
		return {ok: false, words: error instanceof Error ? error.message : `${path}: cannot be read`};
	}
}
