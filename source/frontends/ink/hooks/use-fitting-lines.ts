import type {Line} from '../../lines/line.ts';
import type {TableRoom} from '../../lines/table/table.ts';
import {useBodySize} from '../interface.ts';
import {fitsWhole} from '../layout/lines-layout.ts';
import {wrapLines} from '../layout/wrap.ts';

/** Lines with a table: whole where that fits into one page, otherwise with rows of the same kind folded. */
export function useFittingLines(linesIn: (room: TableRoom) => Line[], actionCount: number): Line[] {
	const {width, height} = useBodySize();
	const whole = linesIn({columns: width});
	return fitsWhole(wrapLines(whole, width), actionCount, height)
		? whole
		: linesIn({columns: width, isFolded: true});
}
