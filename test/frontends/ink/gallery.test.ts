import assert from 'node:assert/strict';
import {test} from 'node:test';
import {draw} from '../../../scripts/gallery/draw.tsx';
import {states} from '../../../scripts/gallery/states.ts';
import {widthOf} from '../../../source/frontends/lines/width.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import {key} from '../../support/fake-session.ts';

for (const state of states) {
	test(`the gallery draws “${state.name}” within its window, and no key`, async () => {
		for (const size of state.size === undefined
			? [
					{columns: 80, rows: 24},
					{columns: 40, rows: 15},
				]
			: [state.size]) {
			// oxlint-disable-next-line no-await-in-loop -- one size after the other
			const frame = await draw(state, size, englishTexts);
			const rows = frame.split('\n');
			assert.ok(
				rows.every((row) => widthOf(row) <= size.columns),
				frame,
			);
			assert.ok(!frame.includes(key.slice(0, 8)), frame);
		}
	});
}
