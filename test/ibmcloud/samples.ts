import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {RunResult} from '../../source/shell/run.ts';

const folder = fileURLToPath(new URL('../samples/', import.meta.url));

/** The content of a sample. */
export function sample(name: string): string {
	return readFileSync(`${folder}${name}`, 'utf8');
}

/** The names of the samples, those of the folder `sl/` left out. */
export function sampleNames(): readonly string[] {
	return readdirSync(folder).filter((name) => /\.(?:txt|json)$/u.test(name));
}

/** A child that ended with 0 and printed this. */
export function printed(stdout: string): RunResult {
	return {stdout, stderr: '', ending: 'exited', exitCode: 0, durationMs: 1};
}

/** A child that failed with these words on standard error. */
export function failed(stderr: string, stdout = ''): RunResult {
	return {stdout, stderr, ending: 'exited', exitCode: 1, durationMs: 1};
}

/** The names of the cases of the real `sl` plug-in. */
export function realCases(prefix: string): readonly string[] {
	return readdirSync(`${folder}sl`)
		.filter((name) => name.startsWith(prefix) && name.endsWith('.args'))
		.map((name) => name.slice(0, -'.args'.length));
}

/** What the real `sl` plug-in did in a case. */
export function realResult(name: string): RunResult {
	return {
		stdout: sample(`sl/${name}.stdout`),
		stderr: sample(`sl/${name}.stderr`),
		ending: 'exited',
		exitCode: Number(sample(`sl/${name}.code`)),
		durationMs: 1,
	};
}
