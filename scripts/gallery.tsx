import {parseArgs} from 'node:util';
import {languageTags, loadTexts} from '../source/text/load-texts.ts';
import {draw, type Size} from './gallery/draw.ts';
import {states} from './gallery/states.ts';

// `npm run gallery [-- PART-OF-A-NAME --columns 40 --locale de]`: every state of every step, one below the other.

// Chalk looks at this once, when it is loaded; the pictures are printed with the colours that they were drawn with.
process.env['FORCE_COLOR'] ??= '1';

const {values, positionals} = parseArgs({
	options: {
		columns: {type: 'string', multiple: true, default: ['40', '80', '120']},
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
for (const {name, view, keys = [], size} of states.filter((state) => state.name.includes(wanted))) {
	const sizes: readonly Size[] =
		size === undefined
			? values.columns.map((columns) => ({columns: Number(columns), rows: Number(values.rows)}))
			: [size];
	for (const each of sizes) {
		// oxlint-disable-next-line no-await-in-loop -- Ink holds one terminal at a time
		const rows = await draw(await view(), keys, each, texts);
		const title = `${name} (${each.columns}×${each.rows})`;
		console.log(`\n── ${title} ${'─'.repeat(Math.max(0, each.columns - title.length - 4))}`);
		console.log(rows.join('\n'));
	}
}

process.exit(0);
