import {isatty} from 'node:tty';

import type {Configuration} from './home.ts';
import {sentences} from './sentences.ts';
import type {SentenceName} from './sentences.ts';
import {lines} from './text.ts';

/** How the CLI speaks to its operator: in which language, in colour or not, and how it says that all is well or not. */
export interface Voice {
	/** A sentence in the operator's language, its places filled. */
	sentence(name: SentenceName, values?: Readonly<Record<string, string>>): string;
	/** `OK` for standard output; nothing in quiet mode (from source). */
	readonly ok: string;
	/** `FAILED` (not in quiet mode), the message and an empty line, for standard error (from source). */
	failed(message: readonly string[]): string;
}

/** Gives the voice for a configuration and an environment. */
export function voiceOf({Locale, ColorEnabled}: Configuration, environment: NodeJS.ProcessEnv): Voice {
	// IBMCLOUD_COLOR=false: always off; true: always on; else only on a terminal where the configuration allows it (from source).
	const wish = environment['IBMCLOUD_COLOR'] || environment['BLUEMIX_COLOR'] || '';
	const isColored = wish === 'true' || (wish === '' && ColorEnabled !== 'false' && isatty(1));
	const isQuiet = environment['IBMCLOUD_QUIET'] === 'true';
	const colored = (text: string, code: string) => (isColored ? `\u001b[${code}m${text}\u001b[0m` : text);
	const sentence: Voice['sentence'] = (name, values = {}) => {
		const [english, german] = sentences[name];
		const text = Locale.toLowerCase().startsWith('de') ? german : english;
		return text.replace(/\{(\w+)\}/g, (place, key: string) => values[key] ?? place);
	};
	return {
		sentence,
		ok: isQuiet ? '' : lines(colored('OK', '32;1')),
		failed: (message) =>
			isQuiet ? lines(...message) : lines(colored(sentence('failed'), '31;1'), ...message, ''),
	};
}
