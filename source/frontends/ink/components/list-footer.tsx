import type {Texts} from '../../../text/texts.ts';
import type {ListModel} from '../models/list-model.ts';
import {windowTop} from '../models/list-window.ts';
import {ActionRow} from './action-row.tsx';

/** A row below the options. */
export interface FooterEntry {
	readonly id: string;
	readonly label: string;
}

/** What can be selected below the options: the actions, and last of all the text as it is typed. */
export function footerEntries({question, state}: ListModel, texts: Texts): FooterEntry[] {
	const actions = question.actions.map(({id, label}) => ({id, label: texts.say(label)}));
	if (question.kind !== 'choose-one' || question.asTyped === undefined) {
		return actions;
	}

	const {label} = question.asTyped;
	const text = state.get().query.trim() || texts.text('ui.asTyped.nothing');
	return [...actions, {id: '', label: texts.say({...label, values: {...label.values, text}})}];
}

interface ListFooterProps {
	readonly entries: readonly FooterEntry[];
	readonly height: number;
	/** Index among these entries; outside of them where an option is selected. */
	readonly selected: number | undefined;
}

/** Draws them; where there is little room, those around the selected one, else the last. */
export function ListFooter({entries, height, selected}: ListFooterProps) {
	const inside = selected !== undefined && selected >= 0 ? selected : undefined;
	const top = windowTop(entries.length, inside, entries.length, height);
	return entries
		.slice(top, top + height)
		.map(({id, label}, row) => <ActionRow key={id} label={label} isSelected={inside === top + row} />);
}
