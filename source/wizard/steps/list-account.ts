import {links} from '../../ibmcloud/facts/links.ts';
import type {Account} from '../../ibmcloud/types.ts';
import {message} from '../../text/message.ts';
import {indexOf} from '../question.ts';
import {listedBy} from '../session/login.ts';
import type {Step} from '../step.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		/** The account whose users are listed, if it is not the targeted one. */
		readonly listAccount: Account;
	}
}

/** The account whose infrastructure users are listed; asked only if the operator wants another account's. */
export const listAccountStep: Step<'listAccount'> = {
	id: 'listAccount',
	title: message('listAccount.title'),
	page: links.classicCredentials,
	isNeeded: () => false,
	reads: ({reads}) => [reads.accounts],
	question(context) {
		const {reads, place, answers} = context;
		const accounts = reads.accounts.value() ?? [];
		const present = answers.listAccount?.value.id ?? place.account?.id;
		const options = accounts.map(({id, name}) => ({
			value: id,
			label: name,
			details: [id],
			notes: id === place.account?.id ? [message('listAccount.targeted')] : [],
			keywords: [],
			isDefault: id === present,
		}));
		return {
			...listedBy(reads.accounts, context, 'retry-accounts'),
			kind: 'choose-one',
			title: message('listAccount.question'),
			hints: [message('listAccount.hint')],
			options,
			empty: message('listAccount.none'),
			initial: indexOf(options, present),
		};
	},
	take(reply, {reads}) {
		const account =
			reply.kind === 'option' ? reads.accounts.value()?.find(({id}) => id === reply.value) : undefined;
		return account === undefined ? undefined : {value: account, source: 'chosen'};
	},
	describe: ({name}) => message('value.plain', {value: name}),
};
