import {useInterface} from '../interface.ts';
import {helpLines, type HelpTopic} from '../../lines/help-lines.ts';
import type {Line} from '../../lines/line.ts';
import type {Binding} from '../keyboard/key-map.ts';
import {useKeyMap} from '../hooks/use-key-map.ts';
import {useState} from 'react';
import {partAt} from '../models/scroller.ts';
import {wrapLines, type Row} from '../models/wrap.ts';
import {Body, keyRows} from './body.tsx';
import {useBodySize} from './body-size.ts';
import {leaveBinding} from './global-bindings.ts';
import {Rows} from './rows.tsx';
import {scrollBindings} from './scroll-bindings.ts';

const empty: Line = {mark: 'none', indent: 0, spans: []};

function airy(lines: readonly Line[], width: number): Row[] {
	return wrapLines(
		lines.flatMap((line, index) => (index === 0 ? [line] : [empty, line])),
		width,
	);
}

/** What the step is about, in place of the step, until a key takes it away again. */
export function HelpScreen({topic}: {readonly topic: HelpTopic}) {
	const {texts, isHelpOpen} = useInterface();
	const {width, height} = useBodySize();
	const room = height - keyRows(height);
	const lines = helpLines(topic, texts);
	const dense = wrapLines(lines, width);
	// One thing after the other, where there is room for an empty row between them.
	const rows = dense.length + lines.length - 1 > room ? dense : airy(lines, width);
	const [top, setTop] = useState(0);
	const part = partAt(top, rows.length, Math.min(rows.length, room));
	const close: Binding = {
		on: ['escape', '?', 'enter'],
		shown: {sign: 'Esc', label: 'ui.key.close'},
		isEnabled: true,
		run() {
			isHelpOpen.set(false);
			return 'done';
		},
	};
	const bindings = [close, ...scrollBindings({part, goTo: setTop}, rows.length, false), leaveBinding()];
	useKeyMap({bindings});
	return (
		<Body bindings={bindings}>
			<Rows rows={rows.slice(part.top, part.top + part.height)} />
		</Body>
	);
}
