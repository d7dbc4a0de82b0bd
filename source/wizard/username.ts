import {looksLikeAKey} from '../ibmcloud/facts/keys.ts';
import {message, type Message} from '../text/message.ts';

/**
 * Returns why a text cannot be an infrastructure username. No form is enforced (documented examples differ),
 * but the API carries it in an HTTP header: no line break, no character outside Latin-1 (inferred).
 */
export function validateUsername(text: string): Message | undefined {
	const username = text.trim();
	if (username === '') {
		return message('user.empty');
	}

	if (looksLikeAKey(username)) {
		return message('user.looksLikeKey');
	}

	return /^[\x20-\x7E\xA0-\xFF]+$/.test(username) ? undefined : message('user.unusableCharacters');
}
