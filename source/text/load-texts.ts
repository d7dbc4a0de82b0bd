import {languages} from './languages/list.ts';
import {createTexts, englishTexts, type Texts} from './texts.ts';

/** The tags of all languages. */
export const languageTags: readonly string[] = languages.map(({tag}) => tag);

/** The texts of a language, whose catalogue is loaded now; English for a tag that is not known. */
export async function loadTexts(tag: string): Promise<Texts> {
	const language = languages.find((candidate) => candidate.tag === tag);
	return language === undefined || tag === englishTexts.locale
		? englishTexts
		: createTexts(tag, await language.load());
}
