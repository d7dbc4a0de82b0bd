import {Box, Text} from 'ink';
import {errorLines} from '../../lines/error-lines.ts';
import {useArmed} from '../hooks/use-armed.ts';
import {useHardwareCursor} from '../hooks/use-hardware-cursor.ts';
import {useKeyMap} from '../hooks/use-key-map.ts';
import {useListKeys} from '../hooks/use-list-keys.ts';
import {useStore} from '../hooks/use-store.ts';
import {useInterface} from '../interface.ts';
import {complaintRows} from '../models/complaint.ts';
import type {EditedField} from '../models/field-keys.ts';
import type {ListModel, ListQuestion} from '../models/list-model.ts';
import {answerOf, complaintText, countText} from '../models/list-answer.ts';
import {wrapLines} from '../models/wrap.ts';
import {Body, keyRows} from './body.tsx';
import {useBodySize} from './body-size.ts';
import {layoutQuestion} from './question-layout.ts';
import {ListFooter, footerEntries} from './list-footer.tsx';
import {ListLoading} from './list-loading.tsx';
import {OptionRows} from './option-rows.tsx';
import {EmptyRows} from './empty-rows.tsx';
import {Rows} from './rows.tsx';
import {VisibleField, fieldCursorColumn} from './visible-field.tsx';

interface ListQuestionProps {
	readonly question: ListQuestion;
	readonly model: ListModel;
	readonly canGoBack: boolean;
}

/** Choosing one or several of a list that can be filtered. */
export function ListQuestionScreen({question, model, canGoBack}: ListQuestionProps) {
	const ui = useInterface();
	const {texts, session} = ui;
	const {width, height} = useBodySize();
	const state = useStore(model.state);
	const isLoading = question.loading.state === 'loading';

	const field: EditedField | undefined = question.filter
		? {
				value: state.query,
				cursor: state.cursor,
				set: (value, cursor) => {
					model.setQuery(value, cursor);
				},
				refuseKey: () => {
					model.complain('looks-like-a-key');
				},
			}
		: undefined;
	const keys = useListKeys({
		model,
		field,
		canGoBack,
		choose() {
			const answer = answerOf(model);
			if (answer === undefined) {
				return;
			}

			if (answer.kind === 'act') {
				session.act(answer.id);
			} else {
				session.reply(answer);
			}
		},
	});
	// A failure that appears is no place for keys that were meant for the list.
	const failure = question.loading.state === 'failed' ? question.loading.error : undefined;
	const isArmed = useArmed(failure && failure.command);
	useKeyMap(keys, failure === undefined || isArmed);

	const errorRows = failure === undefined ? [] : wrapLines(errorLines(failure, texts), width);
	const {below} = question;
	const complaint = [
		...(below === undefined
			? []
			: wrapLines([{mark: 'note', indent: 0, spans: [{text: texts.say(below), tone: 'plain'}]}], width)),
		...complaintRows(complaintText(state, model, texts), width),
	];
	const footers = footerEntries(model, texts);
	const optionCount = failure !== undefined ? 0 : isLoading ? 1 : Math.max(1, state.found.length);
	const layout = layoutQuestion(question, texts, {
		height: height - keyRows(height),
		width,
		fixed: (field === undefined ? 0 : 1) + complaint.length,
		list: optionCount + footers.length,
		notice: errorRows,
	});
	// What is not an option stays in sight below the window, where there is room for both.
	const optionHeight = Math.min(optionCount, Math.max(1, layout.listHeight - footers.length));
	const footerHeight = Math.max(0, layout.listHeight - optionHeight);
	const window = model.window(optionHeight);
	const label = texts.text('ui.filter');
	const behind = isLoading
		? ''
		: countText({state, total: question.options.length, visible: optionHeight, texts});
	const fieldRow = layout.head.length + (layout.hasGap ? 1 : 0);
	const {selected} = state;
	const row =
		selected === undefined
			? undefined
			: selected < state.found.length
				? selected - window.top
				: optionHeight + selected - state.found.length;
	useHardwareCursor(
		field === undefined
			? row === undefined
				? undefined
				: {row: fieldRow + row, column: 0}
			: {row: fieldRow, column: fieldCursorColumn({label, field, width, behind})},
	);

	return (
		<Body bindings={keys.bindings}>
			<Rows rows={layout.head} />
			{layout.hasGap ? <Text> </Text> : null}
			{field === undefined ? null : (
				<VisibleField label={label} field={field} behind={behind} hasFocus width={width} />
			)}
			<Box flexDirection="column" aria-role="listbox">
				{question.loading.state === 'loading' ? (
					<ListLoading loading={question.loading} width={width} />
				) : failure === undefined ? (
					<OptionRows model={model} indices={window.indices} top={window.top} width={width} />
				) : null}
				{failure === undefined || isArmed ? (
					<ListFooter
						entries={footers}
						height={footerHeight}
						selected={selected === undefined ? undefined : selected - state.found.length}
					/>
				) : (
					<EmptyRows count={Math.min(footers.length, footerHeight)} />
				)}
			</Box>
			<Rows rows={complaint} />
		</Body>
	);
}
