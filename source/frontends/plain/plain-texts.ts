import type {MessageKey} from '../../text/catalogue.ts';
import type {Texts} from '../../text/texts.ts';

/** Messages that speak of keys and places on a screen, and what is said in their stead where there are none. */
const instead: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
	'region.hint': 'plain.instead.region.hint',
	'group.hint': 'plain.instead.group.hint',
	'help.confirm.where': 'plain.instead.help.confirm.where',
	'help.confirm.wrong': 'plain.instead.help.confirm.wrong',
};

/** The texts as they are said a line at a time. */
export function plainTexts(texts: Texts): Texts {
	return {
		locale: texts.locale,
		text: (key, values) => texts.text(instead[key] ?? key, values),
		say: ({key, values}) => texts.text(instead[key] ?? key, values),
	};
}
