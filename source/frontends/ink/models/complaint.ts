import {wrapLines, type Row} from './wrap.ts';

/** The rows that say why the last Enter or paste gave no answer; none where there is nothing to say. */
export function complaintRows(text: string | undefined, width: number): Row[] {
	return text === undefined || text === ''
		? []
		: wrapLines([{mark: 'bad', indent: 0, spans: [{text, tone: 'plain'}]}], width);
}
