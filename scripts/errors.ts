import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {errorsPage} from './errors/page.ts';

// `npm run errors`: writes docs/errors.md from the texts, the table of errors, and the samples.

await writeFile(path.resolve(import.meta.dirname, '../docs/errors.md'), errorsPage());
