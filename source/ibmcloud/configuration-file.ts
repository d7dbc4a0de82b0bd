import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {parseObject, type JsonObject} from '../secrets/json.ts';
import type {Environment} from '../shell/environment.ts';

/** The CLI's own file `config.json`: where it lies, and what it holds as JSON. It is read only. */

const largestFile = 4 * 1024 * 1024;
const pauseBeforeRetryMs = 25;

/**
 * Returns the absolute path of the CLI's `config.json`, whether or not it is there. It lies in the directory
 * of the CLI's state (from source): `IBMCLOUD_CONFIG_HOME` itself, else `.ibmcloud` where it exists and
 * `.bluemix` otherwise, in the first of `IBMCLOUD_HOME`, `BLUEMIX_HOME` and the home directory that is set.
 */
export function configurationPath(environment: Environment, homeDirectory: string): string {
	const home = path.resolve(environment['IBMCLOUD_HOME'] || environment['BLUEMIX_HOME'] || homeDirectory);
	const current = path.join(home, '.ibmcloud');
	const directory =
		environment['IBMCLOUD_CONFIG_HOME'] || (existsSync(current) ? current : path.join(home, '.bluemix'));
	return path.resolve(directory, 'config.json');
}

/**
 * Returns the language that `ibmcloud config --locale` has set, for example `de_DE`; undefined where there is
 * none (from source: ibm-cloud-cli-sdk 1.12.1). As elsewhere, a name is taken in any case.
 */
export function configuredLocale(file: string): string | undefined {
	const content = Object.entries(readConfigurationFile(file) ?? {});
	const [, value] = content.find(([name]) => name.toLowerCase() === 'locale') ?? [];
	return typeof value === 'string' ? value : undefined;
}

/**
 * Reads the file; undefined where there is none that can be read. Never throws. Programs of the CLI rewrite
 * it as they start, so one that is cut is read once more after a moment. The tokens in it are protected from
 * then on.
 */
export function readConfigurationFile(file: string): JsonObject | undefined {
	const text = textOf(file);
	const content = parseObject(text ?? '');
	if (text === undefined || content !== undefined) {
		return content;
	}

	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseBeforeRetryMs);
	return parseObject(textOf(file) ?? '');
}

/** Whatever is called a token, key, secret or password, and is no address; also in a cut file. */
const tokens = /"[^"]*(?:token|key|secret|passw)[^"]*"\s*:\s*"(?:Bearer\s+)?((?![^"]*:\/\/)[^"\\]{16,})/giu;

function textOf(file: string): string | undefined {
	try {
		// A pipe or a device of that name would never end.
		const status = statSync(file);
		if (!status.isFile() || status.size > largestFile) {
			return undefined;
		}

		// Asked for a text, Node ends the process where a file cannot be closed (seen: network disk).
		const text = readFileSync(file)
			.toString('utf8')
			.replace(/^\uFEFF/u, '');
		for (const [, token = ''] of text.matchAll(tokens)) {
			protect(new Secret(token));
		}

		return text;
	} catch {
		return undefined;
	}
}
