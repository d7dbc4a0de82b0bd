import type {RunResult} from '../../shell/run.ts';
import {protect} from '../../secrets/redact.ts';
import {Secret} from '../../secrets/secret.ts';
import type {Outcome} from '../types.ts';
import {stripAnsi} from '../../secrets/clean.ts';
import {fieldOf} from './fields.ts';
import {parseJson} from './json.ts';
import {secretFailure} from './secret-failure.ts';

/**
 * The IAM access token of `ibmcloud iam oauth-tokens --output json` (seen: field `iam_token`, value `Bearer …`), or
 * of its text, without the word `Bearer`. No error of this command carries standard output.
 */
export function parseIamToken(result: RunResult, command: string): Outcome<Secret> {
	if (result.exitCode !== 0) {
		return secretFailure(result, command);
	}

	// Not cleaned as a line: a token is longer than any line that is shown.
	const answer = parseJson(result.stdout);
	const text = answer === undefined ? fromText(stripAnsi(result.stdout)) : fromJson(answer);
	const token = /^(?:Bearer\s+)?([\w.~+/=-]{8,})$/iu.exec(text ?? '')?.[1];
	return token === undefined
		? secretFailure(result, command, 'unreadable')
		: {ok: true, value: protect(new Secret(token))};
}

function fromJson(answer: unknown): string | undefined {
	const value = fieldOf(answer, 'iam_token');
	return typeof value === 'string' ? value.trim() : undefined;
}

/** In text the first token is IAM's; old versions print one of another service after it. Half a JSON document is none. */
function fromText(text: string): string | undefined {
	return /^[^\S\n]*[[{]/mu.test(text) ? undefined : /\bBearer\s+([\w.~+/=-]+)/u.exec(text)?.[1];
}
