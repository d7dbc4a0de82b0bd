import type {Action} from '../../../wizard/question.ts';
import {useInterface} from '../interface.ts';
import {ActionRow} from './action-row.tsx';

/** The actions below a field. */
export function FieldActions({
	actions,
	selected,
}: {
	readonly actions: readonly Action[];
	readonly selected: number | undefined;
}) {
	const {texts} = useInterface();
	return actions.map(({id, label}, index) => (
		<ActionRow key={id} label={texts.say(label)} isSelected={index === selected} />
	));
}
