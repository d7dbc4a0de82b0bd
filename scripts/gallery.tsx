import {parseArgs} from 'node:util';
import {languageTags, loadTexts} from '../source/text/texts.ts';
import {draw, mostColumns, type Size} from './gallery/draw.tsx';
import {states} from './gallery/states.ts';

// `npm run gallery [-- PART-OF-A-NAME --columns 40 --locale de]`: draws every state of every step.

// Chalk reads this when it is loaded; the pictures keep the colors that they were drawn with.
process.env['FORCE_COLOR'] ??= '1';

const {values, positionals} = parseArgs({
	options: {
		columns: {type: 'string', multiple: true, default: ['40', '80', '100']},
		rows: {type: 'string', default: '24'},
		locale: {type: 'string', default: 'en'},
	},
	allowPositionals: true,
});
if (!languageTags.includes(values.locale)) {
	console.error(`The languages are ${languageTags.join(', ')}.`);
	process.exit(2);
}

const texts = await loadTexts(values.locale);
const wanted = positionals.join(' ');
for (const state of states.filter(({name}) => name.includes(wanted))) {
	const sizes: readonly Size[] =
		state.size === undefined
			? values.columns.map((columns) => ({
					columns: Math.min(Number(columns), mostColumns),
					rows: Number(values.rows),
				}))
			: [state.size];
	for (const size of sizes) {
		// oxlint-disable-next-line no-await-in-loop -- one below the other
		const frame = await draw(state, size, texts);
		const title = `${state.name} (${size.columns}×${size.rows})`;
		console.log(`\n── ${title} ${'─'.repeat(Math.max(0, size.columns - title.length - 4))}`);
		console.log(frame.trimEnd());
	}
}

process.exit(0);
