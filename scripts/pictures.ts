import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {loadTexts} from '../source/text/texts.ts';
import {renderSvg} from '../test/support/picture.ts';
import {Sandbox} from '../test/support/sandbox.ts';
import {takeFilm} from './pictures/film.ts';
import {variants, type Variant} from './pictures/variants.ts';
import {picturesPage} from './pictures/page.ts';
import {singleSessions, steps, type PicturedSession} from './pictures/sessions.ts';
import {tidy} from './pictures/tidy.ts';

// `npm run pictures [-- NAME…]`: real sessions of the built program, as SVG for the documentation.

const docs = path.resolve(import.meta.dirname, '../docs');

async function take(session: PicturedSession, variant: Omit<Variant, 'name' | 'about'>): Promise<string> {
	const {matter, play, scrollback = false} = session;
	const {columns, rows, locale, environment = {}} = variant;
	const args = [...session.args, ...(locale === undefined ? [] : ['--locale', locale])];
	const set = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
	using sandbox = new Sandbox({...matter, environment});
	await using terminal = await sandbox.open(args, {columns, rows});
	await play({terminal, sandbox, texts: await loadTexts(locale ?? 'en')});
	return renderSvg(tidy(terminal), {title: [...set, 'classic-credentials', ...args].join(' '), scrollback});
}

const names = process.argv.slice(2);
const pictures = [
	...singleSessions.map((session) => ({
		name: session.name,
		draw: async () => take(session, session.variant),
	})),
	...steps.flatMap((step) =>
		variants.map((variant) => ({
			name: `steps/${step.name}-${variant.name}`,
			draw: async () => take(step, variant),
		})),
	),
	{name: 'session', draw: takeFilm},
];
mkdirSync(path.join(docs, 'pictures/steps'), {recursive: true});
writeFileSync(path.join(docs, 'pictures.md'), picturesPage());
let failed = 0;
for (const {name, draw} of pictures.filter((each) => names.length === 0 || names.includes(each.name))) {
	try {
		// oxlint-disable-next-line no-await-in-loop -- one terminal at a time
		writeFileSync(path.join(docs, `pictures/${name}.svg`), await draw());
		console.log(`docs/pictures/${name}.svg`);
	} catch (error) {
		failed++;
		console.error(`docs/pictures/${name}.svg could not be taken: ${String(error)}`);
	}
}

process.exitCode = failed === 0 ? 0 : 1;
