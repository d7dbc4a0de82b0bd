import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {use, useState} from 'react';
import type {Stage} from '../../../wizard/view.ts';
import type {FieldState} from '../../fields/field.ts';
import type {Field} from '../../fields/fields.ts';
import {ListField} from '../../fields/list.ts';
import {SecretField} from '../../fields/secret.ts';
import {errorLines} from '../../lines/error-lines.ts';
import {textLine, warningStyle} from '../../lines/line.ts';
import {pageAt, useReady, windowTop} from '../hooks/use-pages.ts';
import {BodySizeContext, useInterface, useStore} from '../interface.ts';
import {pageBindings, questionKeys, textKeys} from '../keys.ts';
import {failureOf, layoutField, type FieldLayout} from '../layout/field-layout.ts';
import {selected as selectedStyle} from '../../lines/theme.ts';
import {Body, keyRows} from './body.tsx';
import {Entries} from './entries.tsx';
import {LinesScreen} from './lines-screen.tsx';
import {OptionRows} from './option-rows.tsx';
import {Rows} from './rows.tsx';

/** Draws one question. Each question, and so each field, mounts new components. */
export function QuestionScreen({stage}: {readonly stage: Extract<Stage, {kind: 'question'}>}) {
	const {fields, session} = useInterface();
	const {question, canGoBack} = stage;
	const field = fields.present;
	const error = failureOf(question);
	const onBack = canGoBack ? () => session.back() : undefined;
	// If the answer can be typed instead, a list that could not be read is still a field with entries.
	const canBeTyped = question.kind === 'choose-one' && question.asTyped !== undefined;
	return field === undefined || (error !== undefined && !canBeTyped) ? (
		<LinesScreen
			key={fields.identity}
			linesIn={(_, texts) => [
				textLine(texts.say(question.title), {tone: 'strong'}),
				...question.warnings.map((warning) => textLine(texts.say(warning), warningStyle)),
				...(error === undefined ? [] : errorLines(error, texts)),
			]}
			actions={question.actions}
			onBack={onBack}
		/>
	) : (
		<FieldScreen key={fields.identity} field={field} onBack={onBack} />
	);
}

function FieldScreen({field, onBack}: {readonly field: Field; readonly onBack: (() => void) | undefined}) {
	const ui = useInterface();
	const {width, height} = use(BodySizeContext);
	const {selected} = useStore<FieldState>(field.state);
	const airy = layoutField(field, ui, width, height - keyRows(height));
	// A list that lacks one row needs it more than the keys need an empty one above them.
	const isDense = keyRows(height) === 2 && airy.outOfSight === 1;
	const layout = isDense ? layoutField(field, ui, width, height - 1) : airy;
	const {head, headHeight, hasGap, line, said, optionHeight, entries, entryHeight, below, selectedEntry} =
		layout;
	const [headTop, setHeadTop] = useState(0);
	const page = pageAt(headTop, head.length, headHeight);
	const [lastTop, setTop] = useState(0);
	const selectedOption = selectedEntry === undefined ? selected : undefined;
	const top = windowTop(lastTop, selectedOption, layout.optionCount, optionHeight);
	if (top !== lastTop) {
		setTop(top);
	}

	// Keys that were meant for the list must not act on a failure that appears; typed text stays.
	const failure = failureOf(field.question);
	const isShown = useReady(failure?.command, () => ui.keys.discardKeys());
	const isReady = isShown || failure === undefined;
	const keys = questionKeys(ui, field, {
		onBack,
		pageHeight: optionHeight,
		scroll: pageBindings({page, goTo: setHeadTop}, head.length, true),
	});
	return (
		<Body
			keys={isReady ? keys : textKeys(field)}
			listed={keys.bindings}
			cursor={cursorOf(field, layout, top)}
			hasGap={isDense ? false : undefined}
		>
			<Rows rows={head.slice(page.top, page.top + headHeight)} />
			{hasGap ? <Text> </Text> : null}
			{line === undefined ? null : (
				<Box height={1}>
					<Text {...(field instanceof ListField ? {} : selectedStyle)}>{`${line.label} `}</Text>
					<Text wrap="truncate-end" bold={field instanceof SecretField}>
						<TextInput value={line.shown} focus={false} onChange={() => {}} />
					</Text>
					{line.behind === '' ? null : <Text>{line.shown === '' ? line.behind : `  ${line.behind}`}</Text>}
				</Box>
			)}
			<Rows rows={said} />
			{field instanceof ListField && failure === undefined ? (
				<OptionRows field={field} top={top} height={optionHeight} width={width} />
			) : null}
			<Entries labels={entries} selected={selectedEntry} height={entryHeight} rest="last" isReady={isReady} />
			<Rows rows={below} />
		</Body>
	);
}

/** Returns the cursor's place: in the typed line, or on the selected row where that is not in use. */
function cursorOf(field: Field, layout: FieldLayout, top: number): {row: number; column: number} | undefined {
	const {headHeight, hasGap, line, said, optionHeight, entries, entryHeight, selectedEntry} = layout;
	const {selected} = field.state.get();
	const lineRow = headHeight + (hasGap ? 1 : 0);
	if (line !== undefined && (field instanceof ListField || selected === undefined)) {
		return {row: lineRow, column: line.column};
	}

	const below = lineRow + (line === undefined ? 0 : 1) + said.length;
	const entryTop = windowTop(entries.length, selectedEntry, entries.length, entryHeight);
	const row = selectedEntry === undefined ? (selected ?? 0) - top : optionHeight + selectedEntry - entryTop;
	return selected === undefined ? undefined : {row: below + row, column: 0};
}
