import {mkdirSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {renderSvg} from '../test/support/picture.ts';
import {Sandbox} from '../test/support/sandbox.ts';
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
mkdirSync(directory, {recursive: true});
let failed = 0;
for (const scene of scenes.filter(({name}) => names.length === 0 || names.includes(name))) {
	try {
		// oxlint-disable-next-line no-await-in-loop -- one terminal at a time
		writeFileSync(path.join(directory, `${scene.name}.svg`), await take(scene));
		console.log(`docs/pictures/${scene.name}.svg`);
	} catch (error) {
		failed++;
		console.error(`docs/pictures/${scene.name}.svg could not be taken: ${String(error)}`);
	}
}

process.exitCode = failed === 0 ? 0 : 1;
