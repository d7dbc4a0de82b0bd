import {Text} from 'ink';
import type {Action} from '../../../wizard/question.ts';
import type {Line} from '../../lines/line.ts';
import {useKeyMap} from '../hooks/use-key-map.ts';
import {useParts} from '../hooks/use-parts.ts';
import type {Binding} from '../keyboard/key-map.ts';
import {message} from '../../../text/message.ts';
import {layoutLines} from '../models/lines-layout.ts';
import {wrapLines} from '../models/wrap.ts';
import {Actions, useActionList} from './action-list.tsx';
import {Body} from './body.tsx';
import {useBodySize} from './body-size.ts';
import {EmptyRows} from './empty-rows.tsx';
import {Rows} from './rows.tsx';
import {scrollBindings} from './scroll-bindings.ts';

interface LinesScreenProps {
	readonly lines: readonly Line[];
	readonly actions: readonly Action[];
	readonly onChoose: (id: string) => void;
	/** An action that is offered only when the lines have been seen to their end. */
	readonly guarded?: string;
	/** Further keys of this screen. */
	readonly bindings: readonly Binding[];
	/** Called when the last of the lines has really been on the screen. */
	readonly onSeen?: () => void;
}

const rest = 'show-the-rest';

/**
 * Lines to be read, and what can be done then. Where they do not fit, they are shown in parts. Actions are drawn, and
 * keys taken, only when a part has really been written; what was typed before that is forgotten.
 */
export function LinesScreen({
	lines,
	actions,
	onChoose,
	guarded,
	bindings: further,
	onSeen,
}: LinesScreenProps) {
	const {width, height} = useBodySize();
	const layout = layoutLines(wrapLines(lines, width), actions.length, height);
	const {rows, partHeight} = layout;
	const identity = `${actions.map(({id}) => id).join(' ')}\n${textOf(lines)}`;
	const parts = useParts(identity, rows.length, partHeight, onSeen);
	const {part, isArmed, isSeen, goOn} = parts;
	const isHeldBack = guarded !== undefined && !isSeen && !(part.isLast && part.top === 0);
	const showRest = {id: rest, label: message('ui.showRest', {number: part.number, count: part.count})};
	const offered = isHeldBack ? [showRest, ...actions.filter(({id}) => id !== guarded)] : actions;
	const limit = Math.max(1, layout.room - part.height);

	const list = useActionList(offered, limit);
	const bindings = [
		...(isArmed ? list.bindings : []),
		...scrollBindings(parts, rows.length, actions.length > 0),
		...further,
	];
	useKeyMap({bindings}, isArmed);

	return (
		<Body bindings={bindings} hasGap={layout.hasKeyGap}>
			<Rows rows={rows.slice(part.top, part.top + part.height)} />
			{offered.length > 0 && layout.hasGap ? <Text> </Text> : null}
			{isArmed && offered.length > 0 ? (
				<Actions
					list={list}
					top={part.height + (layout.hasGap ? 1 : 0)}
					onChoose={(id) => {
						if (id === rest) {
							goOn();
						} else {
							onChoose(id);
						}
					}}
				/>
			) : (
				<EmptyRows count={Math.min(offered.length, limit)} />
			)}
		</Body>
	);
}

function textOf(lines: readonly Line[]): string {
	return lines.map(({mark, spans}) => `${mark} ${spans.map(({text}) => text).join('')}`).join('\n');
}
