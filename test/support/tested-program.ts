import {readFileSync} from 'node:fs';
import path from 'node:path';

/** The root of the repository. */
export const root = path.resolve(import.meta.dirname, '../..');

/** The program that the end-to-end tests start. */
export interface TestedProgram {
	/** `dist/`, or one file: for Node, or with its own engine. */
	readonly form: 'directory' | 'script' | 'executable';
	readonly command: string;
	/** Arguments before those of the program. */
	readonly leading: readonly string[];
}

/** `dist/`, or the file that `scripts/test.ts --program` names. */
export const testedProgram: TestedProgram = ofFile(process.env['CLASSIC_CREDENTIALS_TEST_PROGRAM']);

/** Why tests of what Node loads or keeps are skipped for a program in one file; `false` if they are not. */
export const onlyOfDirectory =
	testedProgram.form === 'directory' ? false : 'of a program in several files, which the tested one is not';

function ofFile(file: string | undefined): TestedProgram {
	if (file === undefined) {
		return {form: 'directory', command: process.execPath, leading: [path.join(root, 'dist/cli.js')]};
	}

	return readFileSync(file).toString('latin1', 0, 2) === '#!'
		? {form: 'script', command: process.execPath, leading: [file]}
		: {form: 'executable', command: file, leading: []};
}
