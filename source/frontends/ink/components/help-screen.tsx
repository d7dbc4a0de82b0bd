import {use, useState} from 'react';
import type {Topic} from '../../../wizard/view.ts';
import {helpLines} from '../../lines/help-lines.ts';
import {blankLine} from '../../lines/line.ts';
import {useHardwareCursor} from '../hooks/use-hardware-cursor.ts';
import {BodySizeContext, useInterface} from '../interface.ts';
import {useKeyMap, type Binding} from '../key-map.ts';
import {leaveBinding, pageBindings} from '../keys.ts';
import {pageAt} from '../layout/pages.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Body, keyRows} from './body.tsx';
import {Rows} from './rows.tsx';

/** What the step is about, in place of the step, until a key takes it away again. */
export function HelpScreen({topic}: {readonly topic: Topic}) {
	const {texts, isHelpOpen} = useInterface();
	const {width, height} = use(BodySizeContext);
	const room = height - keyRows(height);
	const lines = helpLines(topic, texts);
	const dense = wrapLines(lines, width);
	// One thing after the other, where there is room for an empty row between them.
	const airy = lines.flatMap((line, index) => (index === 0 ? [line] : [blankLine, line]));
	const rows = dense.length + lines.length - 1 > room ? dense : wrapLines(airy, width);
	const [top, setTop] = useState(0);
	const page = pageAt(top, rows.length, Math.min(rows.length, room));
	const close: Binding = {
		on: ['escape', 'back-tab', '?', 'enter'],
		label: 'ui.key.close',
		run: () => isHelpOpen.set(false),
	};
	const bindings = [close, ...pageBindings({page, goTo: setTop}, rows.length, false), leaveBinding()];
	useKeyMap({bindings});
	useHardwareCursor(undefined);
	return (
		<Body bindings={bindings}>
			<Rows rows={rows.slice(page.top, page.top + page.height)} />
		</Body>
	);
}
