import {links} from '../../ibmcloud/facts/links.ts';
import type {Secret} from '../../secrets/secret.ts';
import {message} from '../../text/message.ts';
import {formerCandidates} from '../pair.ts';
import type {Step} from '../step.ts';
import {keyField} from './key.ts';
import {byUsername} from './keys.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		/** The keys of replaced users, by username: with them the run can be undone at its end. */
		readonly oldKeys: ReadonlyMap<string, Secret>;
	}
}

/** The key of a replaced user, for the way back; asked only on request, from the review. */
export const oldKeysStep: Step<'oldKeys'> = {
	id: 'oldKeys',
	title: message('oldKeys.title'),
	page: links.classicKeys,
	isNeeded: () => false,
	question(context) {
		const field = keyField(context, context.about ?? '');
		return {...field, hints: [message('oldKeys.hint'), ...field.hints]};
	},
	take: (reply, {about, answers}) =>
		reply.kind === 'secret' && about !== undefined
			? {value: new Map([...(answers.oldKeys?.value ?? []), [about, reply.secret]]), source: 'typed'}
			: undefined,
	...byUsername,
	pairs: formerCandidates,
};
