import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod/mini';
import {schemas} from '../source/documents/schemas.ts';

// `npm run schemas`: writes the published schemas of the JSON documents from their validators.

const directory = path.resolve(import.meta.dirname, '../docs/schemas');
await mkdir(directory, {recursive: true});
for (const [name, form] of Object.entries(schemas)) {
	await writeFile(
		path.join(directory, `${name}.json`),
		`${JSON.stringify(z.toJSONSchema(form), undefined, 2)}\n`,
	);
}
