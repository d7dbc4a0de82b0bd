import type {RunResult} from '../../shell/run.ts';
import {stripAnsi} from '../../secrets/clean.ts';
import {protect} from '../../secrets/redact.ts';
import {Secret} from '../../secrets/secret.ts';
import {classify} from '../outcomes.ts';
import type {ErrorKind, Outcome} from '../types.ts';
import {fieldOf, parseJson} from './fields.ts';

/**
 * Parses the IAM access token, without `Bearer`, from `ibmcloud iam oauth-tokens --output json` (seen: field
 * `iam_token`, value `Bearer …`) or its text. No error of this command contains its standard output.
 */
export function parseIamToken(result: RunResult, command: string): Outcome<Secret> {
	if (result.exitCode !== 0) {
		return secretFailure(result, command);
	}

	// Not cleaned as a line: a token is longer than any line that is shown.
	const answer = parseJson(result.stdout);
	const value = answer === undefined ? fromText(stripAnsi(result.stdout)) : fieldOf(answer, 'iam_token');
	const text = typeof value === 'string' ? value.trim() : '';
	const token = /^(?:Bearer\s+)?([\w.~+/=-]{8,})$/iu.exec(text)?.[1];
	return token === undefined
		? secretFailure(result, command, 'unreadable')
		: {ok: true, value: protect(new Secret(token))};
}

/** The first token is IAM's; old versions print another after it. A truncated JSON document has none. */
function fromText(text: string): string | undefined {
	return /^[^\S\n]*[[{]/mu.test(text) ? undefined : /\bBearer\s+([\w.~+/=-]+)/u.exec(text)?.[1];
}

/**
 * Parses the key made by `ibmcloud sl user apikey ID --add`: the text after the last colon (from source: the
 * sentence before it is translated, there is no JSON). If the API returns null, the command exits with 0 and
 * prints no key (seen: real plug-in): the failure `key-empty`.
 */
export function parseNewApiKey(result: RunResult, command: string): Outcome<Secret> {
	if (result.exitCode !== 0) {
		return secretFailure(result, command);
	}

	const line =
		stripAnsi(result.stdout)
			.split('\n')
			.findLast((text) => text.trim() !== '') ?? '';
	// Chinese and Japanese sentences may have a full-width colon (inferred).
	const colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('：'));
	const key = colon === -1 ? undefined : line.slice(colon + 1).trim();
	if (key === '') {
		return secretFailure(result, command, 'key-empty');
	}

	return key !== undefined && /^[\w+/=.~-]{16,}$/u.test(key)
		? {ok: true, value: protect(new Secret(key))}
		: secretFailure(result, command, 'unreadable');
}

/** Returns the failure of a command that prints an unknown secret: its output never gets into the words. */
function secretFailure(result: RunResult, command: string, kind?: ErrorKind): Outcome<never> {
	const error = classify({...result, stdout: '', isConfidential: true}, command);
	return {ok: false, error: {...error, kind: kind ?? error.kind}};
}
