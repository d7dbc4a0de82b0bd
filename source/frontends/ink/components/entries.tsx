import {Box, Text} from 'ink';
import SelectInput from 'ink-select-input';
import type {Message} from '../../../text/message.ts';
import {selected as selectedStyle} from '../../lines/theme.ts';
import {useInterface} from '../interface.ts';
import {windowTop} from '../hooks/use-pages.ts';

interface EntriesProps {
	readonly labels: readonly Message[];
	/** Index of the selected entry; undefined if none is selected. */
	readonly selected: number | undefined;
	readonly height: number;
	/** Which entries are visible while none is selected. */
	readonly rest?: 'first' | 'last';
	/** Until this is true their place stays empty, so that nothing moves when they appear. */
	readonly isReady: boolean;
}

/** Draws a few entries to choose from, with `ink-select-input`; the selection is kept outside of it. */
export function Entries({labels, selected, height, rest = 'first', isReady}: EntriesProps) {
	const {texts, glyphs} = useInterface();
	if (!isReady) {
		return <Box height={Math.min(labels.length, height)} />;
	}

	const top = windowTop(rest === 'first' ? 0 : labels.length, selected, labels.length, height);
	const items = labels.slice(top, top + height).map((label, row, {length}) => {
		const isMoreAbove = row === 0 && top > 0;
		const isMoreBelow = row === length - 1 && top + length < labels.length;
		const more = `${isMoreAbove ? `  ${glyphs.moreAbove}` : ''}${isMoreBelow ? `  ${glyphs.moreBelow}` : ''}`;
		return {value: top + row, label: texts.say(label) + more};
	});
	return (
		<SelectInput
			// `SelectInput` takes a selection only when it is mounted.
			key={`${selected} ${top} ${items.map((item) => item.label).join(' ')}`}
			items={items}
			initialIndex={selected === undefined ? -1 : selected - top}
			isFocused={false}
			indicatorComponent={Pointer}
			itemComponent={EntryLabel}
		/>
	);
}

function Pointer({isSelected = false}: {readonly isSelected?: boolean}) {
	const {glyphs} = useInterface();
	return (
		<Box width={2} flexShrink={0}>
			<Text {...(isSelected ? selectedStyle : {})}>{isSelected ? glyphs.pointer : ' '}</Text>
		</Box>
	);
}

function EntryLabel({isSelected = false, label}: {readonly isSelected?: boolean; readonly label: string}) {
	return (
		<Box height={1}>
			<Text wrap="truncate-end" {...(isSelected ? selectedStyle : {})}>
				{label}
			</Text>
		</Box>
	);
}
