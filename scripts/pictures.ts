import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {renderSvg} from '../test/support/picture.ts';
import {Sandbox} from '../test/support/sandbox.ts';
import {everyStep} from './pictures/every-step.ts';
import {takeFilm} from './pictures/film.ts';
import {scenes, type Scene} from './pictures/scenes.ts';
import {tidy} from './pictures/tidy.ts';

// `npm run pictures [-- NAME…]`: real sessions of the built program in a pseudo-terminal, as SVG for the documentation.

const directory = path.resolve(import.meta.dirname, '../docs/pictures');

async function take(scene: Scene): Promise<string> {
	const {columns = 80, rows = 24, title, scrollback = false, environment = {}, matter} = scene;
	using sandbox = new Sandbox({...matter, environment});
	await using terminal = await sandbox.open(scene.args, {columns, rows});
	await scene.play(terminal, sandbox);
	return renderSvg(tidy(terminal), {title, scrollback});
}

const names = process.argv.slice(2);
const pictures = [
	...[...scenes, ...everyStep].map((scene) => ({name: scene.name, draw: async () => take(scene)})),
	{name: 'session', draw: takeFilm},
];
mkdirSync(path.join(directory, 'steps'), {recursive: true});
let failed = 0;
for (const {name, draw} of pictures.filter((each) => names.length === 0 || names.includes(each.name))) {
	try {
		// oxlint-disable-next-line no-await-in-loop -- one terminal at a time
		writeFileSync(path.join(directory, `${name}.svg`), await draw());
		console.log(`docs/pictures/${name}.svg`);
	} catch (error) {
		failed++;
		console.error(`docs/pictures/${name}.svg could not be taken: ${String(error)}`);
	}
}

process.exitCode = failed === 0 ? 0 : 1;
