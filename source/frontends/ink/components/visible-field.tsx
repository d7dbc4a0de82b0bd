import {Box, Text} from 'ink';
import TextInput from 'ink-text-input';
import {useEffect, useEffectEvent} from 'react';
import {useInterface} from '../interface.ts';
import type {EditedField} from '../models/field-keys.ts';
import {tailOf, widthOf} from '../models/width.ts';

interface VisibleFieldProps {
	/** What stands before the field. */
	readonly label: string;
	readonly field: EditedField;
	readonly placeholder?: string;
	/** Said behind the field, quietly. */
	readonly behind?: string;
	readonly hasFocus: boolean;
	readonly width: number;
}

/**
 * A visible field in one row. `ink-text-input` edits; it gets its keys one at a time, cleaned, and never a text that
 * looks like a key. Where the value is wider than the row, its end is shown.
 */
export function VisibleField({
	label,
	field,
	placeholder = '',
	behind = '',
	hasFocus,
	width,
}: VisibleFieldProps) {
	const {glyphs} = useInterface();
	const {value, cursor, set} = field;
	// `ink-text-input` begins at the end of its value whenever it is mounted; so does the cursor that we keep beside it.
	const toEnd = useEffectEvent(() => {
		set(value, value.length);
	});
	useEffect(() => {
		toEnd();
	}, []);

	const room = width - widthOf(label) - 2 - (behind === '' ? 0 : widthOf(behind) + 2);
	const isTooWide = widthOf(value) > room;
	return (
		<Box height={1} aria-role="textbox">
			<Text>{`${label} `}</Text>
			{isTooWide ? <Text>{glyphs.ellipsis + tailOf(value, room - widthOf(glyphs.ellipsis))}</Text> : null}
			<Box {...(isTooWide ? {display: 'none'} : {})}>
				<Text wrap="truncate-end">
					<TextInput
						value={value}
						focus={hasFocus}
						placeholder={placeholder}
						onChange={(next) => {
							set(next, cursor + next.length - value.length);
						}}
					/>
				</Text>
			</Box>
			{behind === '' ? null : <Text dimColor>{`  ${behind}`}</Text>}
		</Box>
	);
}

/** The column of the cursor in such a field. */
export function fieldCursorColumn({
	label,
	field,
	width,
	behind = '',
}: Pick<VisibleFieldProps, 'label' | 'field' | 'width' | 'behind'>): number {
	const room = width - widthOf(label) - 2 - (behind === '' ? 0 : widthOf(behind) + 2);
	const before = Math.min(room, widthOf(field.value.slice(0, field.cursor)));
	return widthOf(label) + 1 + before;
}
