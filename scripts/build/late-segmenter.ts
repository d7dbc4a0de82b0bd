import {readFile} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';

const plainSegmenter = path.join(import.meta.dirname, 'plain-segmenter.ts');

/**
 * Makes every bundled `Intl.Segmenter` split plain text into its characters; the packages stay unchanged. The
 * first real one has ICU open the data of all its languages: half the time of an empty Node.
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
