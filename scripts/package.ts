import {rmSync} from 'node:fs';
import {chmod, mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {parseArgs} from 'node:util';
import {artefacts} from './package/artefacts.ts';
import {refuseOtherNode} from './package/description.ts';
import {sumsOf} from './package/sums.ts';

// `npm run package [-- --only=linux-x64,…] [--out=DIRECTORY]`: makes a release in `release/`.

const {values} = parseArgs({options: {only: {type: 'string'}, out: {type: 'string', default: 'release'}}});
const wanted = values.only?.split(',') ?? Object.keys(artefacts);
const unknown = wanted.filter((name) => !Object.hasOwn(artefacts, name));
if (unknown.length > 0) {
	console.error(`--only takes ${Object.keys(artefacts).join(', ')}; not ${unknown.join(', ')}`);
	process.exit(2);
}

refuseOtherNode();
const directory = path.resolve(import.meta.dirname, '..', values.out);
rmSync(directory, {recursive: true, force: true});
await mkdir(directory, {recursive: true});
const made = new Map<string, Uint8Array>();
for (const name of wanted) {
	// oxlint-disable-next-line no-await-in-loop -- one after the other: each is a hundred megabytes
	const {file, content, isExecutable} = await artefacts[name as keyof typeof artefacts]();
	made.set(file, content);
	// oxlint-disable-next-line no-await-in-loop -- as above
	await write(file, content, isExecutable);
}

for (const [file, text] of Object.entries(sumsOf(made))) {
	// oxlint-disable-next-line no-await-in-loop -- two of them
	await write(file, Buffer.from(text), false);
}

/** Sets the mode explicitly: otherwise the umask would decide it, for every copy too. */
async function write(file: string, content: Uint8Array, isExecutable: boolean): Promise<void> {
	const target = path.join(directory, file);
	await writeFile(target, content);
	await chmod(target, isExecutable ? 0o755 : 0o644);
	console.log(`${values.out}/${file}: ${Math.ceil(content.length / 1000)} kB`);
}
