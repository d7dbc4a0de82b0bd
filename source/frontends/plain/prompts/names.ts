import type {Option} from '../../../wizard/question.ts';
import type {OptionList} from './option-list.ts';

/** What numbers and names mean: every one in full, some only guessed from a part, or what one of them did not say. */
export type Resolved =
	| {readonly kind: 'named' | 'guessed'; readonly options: readonly Option[]}
	| {readonly kind: 'several'; readonly text: string; readonly options: readonly Option[]}
	| {readonly kind: 'none'; readonly text: string};

/** Reads numbers and names, separated by commas or, where names have no spaces of their own, by spaces. */
export function resolveNames(text: string, list: OptionList): Resolved {
	const parts = text.split(/[,;]/u).flatMap((part) => {
		const whole = part.trim();
		if (whole === '') {
			return [];
		}

		return list.named(whole) === undefined ? splitAtSpaces(whole, list) : [whole];
	});
	const options: Option[] = [];
	let isGuessed = false;
	for (const part of parts) {
		const named = list.named(part);
		const found = named === undefined ? list.find(part) : [named];
		const [option] = found;
		if (option === undefined) {
			return {kind: 'none', text: part};
		}

		if (found.length > 1) {
			return {kind: 'several', text: part, options: found};
		}

		isGuessed ||= named === undefined;
		options.push(option);
	}

	return options.length === 0
		? {kind: 'none', text}
		: {kind: isGuessed ? 'guessed' : 'named', options: [...new Set(options)]};
}

/** The words of a text, where each of them means something by itself; else the text as one name. */
function splitAtSpaces(text: string, list: OptionList): string[] {
	const words = text.split(/\s+/u);
	const isListOfNames = words.every((word) => list.named(word) !== undefined || list.find(word).length > 0);
	return isListOfNames ? words : [text];
}
