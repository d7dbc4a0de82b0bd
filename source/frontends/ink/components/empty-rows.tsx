import {Text} from 'ink';

/** Holds the place of actions that are about to appear, so that nothing moves when they do. */
export function EmptyRows({count}: {readonly count: number}) {
	// oxlint-disable-next-line react/no-array-index-key -- empty rows are all the same
	return Array.from({length: count}, (_row, index) => <Text key={index}> </Text>);
}
