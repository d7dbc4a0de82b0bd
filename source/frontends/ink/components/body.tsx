import {Box, Text} from 'ink';
import type {ReactNode} from 'react';
import type {Binding} from '../key-map.ts';
import {useBodySize} from '../interface.ts';
import {KeyLine} from './key-line.tsx';

/** Rows that the line of keys takes, with the empty one above it where there is room. */
export function keyRows(height: number): number {
	return height >= 10 ? 2 : 1;
}

interface BodyProps {
	readonly bindings: readonly Binding[];
	/** An empty row above the line of keys. */
	readonly hasGap?: boolean;
	readonly children: ReactNode;
}

/** A screen: what it shows, and below it the keys that work there. */
export function Body({bindings, hasGap, children}: BodyProps) {
	const {width, height} = useBodySize();
	return (
		<Box flexDirection="column">
			{children}
			{(hasGap ?? keyRows(height) === 2) ? <Text> </Text> : null}
			<KeyLine bindings={bindings} width={width} />
		</Box>
	);
}
