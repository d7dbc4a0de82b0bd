import {programName} from '../../program-name.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {choiceOf, sentence, type ChooseOneQuestion} from '../question.ts';
import {changeAction} from '../review/actions.ts';
import {userAsked} from '../steps/keys.ts';
import {keyCommand} from './key-creation.ts';

/** A question beside the steps: it answers none, but ends the session or returns to where it was asked. */
export type Aside = 'quit' | 'no-key';

/** The option that ends the session. */
export const quitOption = 'quit';

/** The questions of the asides. */
export const asides: Readonly<Record<Aside, (context: Context) => ChooseOneQuestion>> = {
	// The first option loses nothing: after a slip, Enter goes back.
	quit: () =>
		choiceOf(
			message('quit.question'),
			sentence('stay', message('quit.stay')),
			sentence(quitOption, message('quit.quit')),
		),
	'no-key': (context) => {
		const {about, expectation} = context;
		const {username: chosen = '', listed} = context.answers.user?.value ?? {};
		const username = about ?? (expectation === undefined ? chosen : userAsked(context));
		const isChosen = expectation === undefined && username === chosen;
		const id = (isChosen ? listed?.id : undefined) ?? 'USER_ID';
		const user = {id, account: context.answers.listAccount?.value} as const;
		const command = (...words: readonly [string, string]): Message =>
			message('value.plain', {value: keyCommand(user, context.place, ...words)});
		return {
			...choiceOf(message('noKey.question', {username}), sentence('stay', message('noKey.enter'))),
			hints: [
				message('noKey.see'),
				command('detail', '--keys'),
				message('noKey.make'),
				command('apikey', '--refresh'),
				message('noKey.ends', {command: `${programName} setup --where-set`}),
			],
			actions: isChosen ? changeAction('user') : [],
		};
	},
};
