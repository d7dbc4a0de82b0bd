import {Text} from 'ink';
import {useFieldKeys} from '../hooks/use-field-keys.ts';
import {useHardwareCursor} from '../hooks/use-hardware-cursor.ts';
import {useKeyMap} from '../hooks/use-key-map.ts';
import {useStore} from '../hooks/use-store.ts';
import {useInterface} from '../interface.ts';
import {complaintRows} from '../models/complaint.ts';
import {editText, insertText, type EditedField} from '../models/field-keys.ts';
import type {FieldQuestion, TextField} from '../models/text-field.ts';
import {Body, keyRows} from './body.tsx';
import {useBodySize} from './body-size.ts';
import {FieldActions} from './field-actions.tsx';
import {layoutQuestion} from './question-layout.ts';
import {Rows} from './rows.tsx';
import {VisibleField, fieldCursorColumn} from './visible-field.tsx';

interface TextQuestionProps {
	readonly question: FieldQuestion;
	readonly model: TextField;
	readonly canGoBack: boolean;
}

/** A visible field: a text, or a text that has to be typed to confirm something. */
export function TextQuestionScreen({question, model, canGoBack}: TextQuestionProps) {
	const {texts, session, glyphs} = useInterface();
	const {width, height} = useBodySize();
	const {value, cursor, complaint, selected} = useStore(model.state);
	const field: EditedField = {
		value,
		cursor,
		set(next, position) {
			model.setValue(next, position);
		},
		refuseKey() {
			model.complain('looks-like-a-key');
		},
	};
	const keys = useFieldKeys({
		isEmpty: value === '',
		selected,
		actionCount: question.actions.length,
		canGoBack,
		move(by) {
			model.move(by);
		},
		submit() {
			const action = selected === undefined ? undefined : question.actions[selected];
			const refusal = model.refusal();
			if (action !== undefined) {
				session.act(action.id);
			} else if (refusal === undefined) {
				session.reply(question.kind === 'text' ? {kind: 'text', text: value.trim()} : {kind: 'confirmed'});
			} else {
				model.complain(refusal);
			}
		},
		insert: (text) => insertText(field, text),
		edit: (event) => editText(field, event),
	});
	useKeyMap(keys);

	const complaintText =
		complaint === undefined
			? ''
			: complaint === 'looks-like-a-key'
				? texts.text('ui.keyRefused')
				: texts.say(complaint);
	const complaints = complaintRows(complaintText, width);
	const {head, hasGap} = layoutQuestion(question, texts, {
		height: height - keyRows(height),
		width,
		fixed: 1 + complaints.length + question.actions.length,
		list: 0,
	});
	const fieldRow = head.length + (hasGap ? 1 : 0);
	const hasFocus = selected === undefined;
	const label = hasFocus ? glyphs.pointer : ' ';
	useHardwareCursor(
		hasFocus
			? {row: fieldRow, column: fieldCursorColumn({label, field, width})}
			: {row: fieldRow + 1 + complaints.length + selected, column: 0},
	);

	return (
		<Body bindings={keys.bindings}>
			<Rows rows={head} />
			{hasGap ? <Text> </Text> : null}
			<VisibleField label={label} field={field} hasFocus={hasFocus} width={width} />
			<Rows rows={complaints} />
			<FieldActions actions={question.actions} selected={selected} />
		</Body>
	);
}
