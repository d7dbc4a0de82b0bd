import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';

const plainSegmenter = path.join(import.meta.dirname, 'plain-segmenter.ts');

/**
 * Changes what is bundled, not the packages: every `Intl.Segmenter` leaves plain text to be split into its
 * characters. The first real one has ICU open the data of all its languages: half an empty Node.
 */
export const lateSegmenter: Plugin = {
	name: 'late-segmenter',
	setup(build) {
		build.onLoad({filter: /\/node_modules\/.*\.js$|\/lines\/width\.ts$/}, async ({path: file}) => {
			const code = await readFile(file, 'utf8');
			return /new Intl\.Segmenter\b/u.test(code)
				? {
						contents: `import {PlainSegmenter} from ${JSON.stringify(plainSegmenter)};\n${code.replaceAll('new Intl.Segmenter', 'new PlainSegmenter')}`,
						loader: path.extname(file) === '.ts' ? 'ts' : 'js',
					}
				: undefined;
		});
	},
};
