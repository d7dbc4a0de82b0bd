import {existsSync, readFileSync, statSync} from 'node:fs';
import path from 'node:path';
import {protect} from '../secrets/redact.ts';
import {Secret} from '../secrets/secret.ts';
import {parseObject, type JsonObject} from '../secrets/json.ts';
import type {Environment} from '../shell/environment.ts';

/**
 * The CLI's `config.json`, read only: its location, and its content as JSON. Every start loads this file for
 * the language, so it must not import the parsers as `configuration.ts` does.
 */

const largestFile = 4 * 1024 * 1024;
const pauseBeforeRetryMs = 25;

/**
 * Returns the absolute path of the CLI's `config.json`, whether or not it exists. The directory (from source)
 * is `IBMCLOUD_CONFIG_HOME` itself, else `.ibmcloud` if it exists and `.bluemix` otherwise, in the first of
 * `IBMCLOUD_HOME`, `BLUEMIX_HOME` and the home directory that is set.
 */
export function configurationPath(environment: Environment, homeDirectory: string): string {
	const home = path.resolve(environment['IBMCLOUD_HOME'] || environment['BLUEMIX_HOME'] || homeDirectory);
	const current = path.join(home, '.ibmcloud');
	const directory =
		environment['IBMCLOUD_CONFIG_HOME'] || (existsSync(current) ? current : path.join(home, '.bluemix'));
	return path.resolve(directory, 'config.json');
}

/**
 * Returns the language set by `ibmcloud config --locale`, for example `de_DE`, or undefined (from source:
 * ibm-cloud-cli-sdk 1.12.1). As elsewhere, the case of the field name is ignored.
 */
export function configuredLocale(file: string): string | undefined {
	const content = Object.entries(readConfigurationFile(file) ?? {});
	const [, value] = content.find(([name]) => name.toLowerCase() === 'locale') ?? [];
	return typeof value === 'string' ? value : undefined;
}

/**
 * Reads the file; returns undefined if it is missing or unreadable. Never throws. Programs of the CLI rewrite
 * it when they start, so a truncated file is read once more after a pause. Protects the tokens in it.
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

/** The value of a token, key, secret or password, unless it is an address; also in a truncated file. */
const tokens = /"[^"]*(?:token|key|secret|passw)[^"]*"\s*:\s*"(?:Bearer\s+)?((?![^"]*:\/\/)[^"\\]{16,})/giu;

function textOf(file: string): string | undefined {
	try {
		// Reading a pipe or a device of that name would never end.
		const status = statSync(file);
		if (!status.isFile() || status.size > largestFile) {
			return undefined;
		}

		// Given an encoding, Node ends the process if the file cannot be closed (seen: network disk).
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
