import {textLine} from '../../lines/line.ts';
import {useInterface} from '../interface.ts';
import {useKeyMap} from '../key-map.ts';
import {wrapLines} from '../layout/wrap.ts';
import {Rows} from './rows.tsx';

/** The least window in which every screen can be used: its width, in columns. */
export const leastColumns = 40;
/** Its height, in rows. */
export const leastRows = 12;

/** Asks for a larger window. Everything is kept; keys do nothing meanwhile, apart from leaving. */
export function SmallWindow({columns, rows}: {readonly columns: number; readonly rows: number}) {
	const {texts} = useInterface();
	useKeyMap({bindings: []});
	const text = texts.text('ui.smallWindow', {columns: leastColumns, rows: leastRows});
	return <Rows rows={wrapLines([textLine(text)], columns - 1).slice(0, Math.max(1, rows - 1))} />;
}
