import {protect} from '../../secrets/redact.ts';
import type {Secret} from '../../secrets/secret.ts';
import {message, type Message} from '../../text/message.ts';
import type {Answers} from '../../wizard/answers.ts';
import type {Reading} from '../../wizard/flag.ts';
import {parseKey} from '../../wizard/key-text.ts';
import {validateUsername} from '../../wizard/username.ts';

/** The pair in the environment, under the names that IBM's Terraform provider uses. */
export interface EnvironmentPair {
	readonly username: string | undefined;
	/** Counts only together with the username of the same environment. */
	readonly apiKey: Secret | undefined;
	/** What was taken out of the key. */
	readonly removed: readonly Message[];
}

/** Takes the pair out of an environment, so that no child can inherit it. Changes `environment`. */
export function takeEnvironmentPair(environment: NodeJS.ProcessEnv): EnvironmentPair {
	const username = environment['IAAS_CLASSIC_USERNAME']?.trim();
	const given = environment['IAAS_CLASSIC_API_KEY']?.trim() ?? '';
	// Most have none, and reading one asks for the tables of Unicode: that is felt at a refusal.
	const {secret, removed} = given === '' ? {secret: undefined, removed: []} : parseKey(given);
	delete environment['IAAS_CLASSIC_USERNAME'];
	delete environment['IAAS_CLASSIC_API_KEY'];
	return {username: username === '' ? undefined : username, apiKey: secret && protect(secret), removed};
}

/** What the pair answers; its key is of no other user. @param named the user that a flag names. */
export function answersOfPair({username, apiKey}: EnvironmentPair, named: Answers['user']): Reading<Answers> {
	if (username === undefined || (named !== undefined && named.value.username !== username)) {
		return {ok: true, value: {}};
	}

	const refusal = validateUsername(username);
	const user = {value: {username, listed: undefined}, source: 'environment'} as const;
	return refusal === undefined
		? {
				ok: true,
				value: {user, ...(apiKey === undefined ? {} : {key: {value: apiKey, source: 'environment'}})},
			}
		: {ok: false, reason: refusal};
}

/**
 * Why the key of the environment does not count; undefined where there is none, or it does.
 *
 * @param answers what is asked for in the end.
 */
export function unusedKey(
	{username, apiKey}: EnvironmentPair,
	answers: Answers,
	isDemo: boolean,
): Message | undefined {
	if (apiKey === undefined || answers.key?.source === 'environment') {
		return undefined;
	}

	if (isDemo) {
		return message('environmentKey.demo');
	}

	if (username === undefined) {
		return message('environmentKey.noUsername');
	}

	return answers.user?.value.username === username
		? message('environmentKey.flag')
		: message('environmentKey.otherUser', {username: answers.user?.value.username ?? ''});
}
