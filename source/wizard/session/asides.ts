import {programName} from '../../program-name.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import {choiceOf, sentence, type ChooseOneQuestion} from '../question.ts';
import {changeAction} from '../review/actions.ts';
import {userAsked} from '../steps/keys.ts';
import {keyCommand} from './key-creation.ts';

/**
 * What is asked beside the steps: it answers none, but ends the session or goes back to where it came from.
 */
export type Aside = 'quit' | 'no-key';

/** The option of an aside that ends the session. */
export const quitOption = 'quit';

/** The question of an aside. */
export const asides: Readonly<Record<Aside, (context: Context) => ChooseOneQuestion>> = {
	// The first one loses nothing: whoever came here by a slip presses Enter once more.
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
