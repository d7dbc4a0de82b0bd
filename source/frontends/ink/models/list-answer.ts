import type {Texts} from '../../../text/texts.ts';
import type {Reply} from '../../../wizard/question.ts';
import type {ListModel, ListState} from './list-model.ts';

/** What Enter on a list means: an answer, or something to do. */
export type ListAnswer = Reply | {readonly kind: 'act'; readonly id: string};

/** What Enter gives at this moment; undefined where it gives nothing, which the list then explains. */
export function answerOf(model: ListModel): ListAnswer | undefined {
	const {question} = model;
	const entry = model.entry();
	if (entry?.kind === 'action') {
		return {kind: 'act', id: entry.action.id};
	}

	if (question.kind === 'choose-several') {
		const values = model.chosenValues();
		if (values.length > 0) {
			return {kind: 'options', values};
		}
	} else if (entry?.kind === 'option') {
		if (entry.option.refusal === undefined) {
			return {kind: 'option', value: entry.option.value};
		}

		model.complain('refused');
		return undefined;
	} else if (entry?.kind === 'as-typed') {
		return asTyped(model);
	}

	model.complain('nothing-found');
	return undefined;
}

function asTyped(model: ListModel): ListAnswer | undefined {
	const {question} = model;
	const text = model.state.get().query.trim();
	if (text === '') {
		model.complain('nothing-typed');
		return undefined;
	}

	if (question.kind !== 'choose-one' || question.asTyped?.refuse(text) !== undefined) {
		model.complain('refused');
		return undefined;
	}

	return {kind: 'as-typed', text};
}

/** Why there was no answer, in words. */
export function complaintText(state: ListState, model: ListModel, texts: Texts): string | undefined {
	switch (state.complaint) {
		case undefined: {
			return undefined;
		}

		case 'nothing-found': {
			return texts.text('ui.nothingToChoose');
		}

		case 'nothing-typed': {
			return texts.text('ui.asTyped.empty');
		}

		case 'looks-like-a-key': {
			return texts.text('ui.keyRefused');
		}

		case 'refused': {
			const {question} = model;
			const entry = model.entry();
			const refusal =
				entry?.kind === 'option'
					? entry.option.refusal
					: question.kind === 'choose-one'
						? question.asTyped?.refuse(state.query.trim())
						: undefined;
			return refusal && texts.say(refusal);
		}
	}
}

/** How many are shown of how many, and how many are marked; empty where the eye sees it all. */
export function countText({
	state,
	total,
	visible,
	texts,
}: {
	readonly state: ListState;
	readonly total: number;
	readonly visible: number;
	readonly texts: Texts;
}): string {
	const parts: string[] = [];
	if (state.found.length < total) {
		parts.push(texts.text('ui.count', {count: state.found.length, total}));
	} else if (total > visible) {
		parts.push(texts.text('ui.total', {total}));
	}

	if (state.marked.size > 0) {
		parts.push(texts.text('ui.marked', {count: state.marked.size}));
	}

	return parts.join(', ');
}
