import type {RunResult} from '../../shell/run.ts';
import {protect} from '../../secrets/redact.ts';
import {Secret} from '../../secrets/secret.ts';
import type {Outcome} from '../types.ts';
import {stripAnsi} from '../../secrets/clean.ts';
import {secretFailure} from './secret-failure.ts';

/**
 * The key that `ibmcloud sl user apikey ID --add` made: the text after the last colon (from source: the sentence
 * before it is translated, there is no JSON). Where the API returns null the command still ends with 0 and prints no
 * key (seen: real plug-in): that is the failure `key-empty`.
 */
export function parseNewApiKey(result: RunResult, command: string): Outcome<Secret> {
	if (result.exitCode !== 0) {
		return secretFailure(result, command);
	}

	const line =
		stripAnsi(result.stdout)
			.split('\n')
			.findLast((text) => text.trim() !== '') ?? '';
	// A full-width colon may stand in Chinese and Japanese sentences (inferred).
	const colon = Math.max(line.lastIndexOf(':'), line.lastIndexOf('：'));
	const key = colon === -1 ? undefined : line.slice(colon + 1).trim();
	if (key === '') {
		return secretFailure(result, command, 'key-empty');
	}

	return key !== undefined && /^[\w+/=.~-]{16,}$/u.test(key)
		? {ok: true, value: protect(new Secret(key))}
		: secretFailure(result, command, 'unreadable');
}
