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

/** A child that exited by itself. @param code the exit code as written in a sample. */
export function ended(stdout: string, stderr: string, code: string): RunResult {
	return {stdout, stderr, ending: 'exited', exitCode: Number(code), durationMs: 1};
}

/** The names of the cases in a folder of samples. */
export function casesIn(where: 'iam' | 'sl' | 'sl-live'): readonly string[] {
	return readdirSync(`${folder}${where}`)
		.filter((name) => name.endsWith('.code'))
		.map((name) => name.slice(0, -'.code'.length))
		.toSorted();
}

/** The names of the cases of the real `sl` plug-in. */
export function realCases(prefix: string): readonly string[] {
	return casesIn('sl').filter((name) => name.startsWith(prefix));
}

/** What the real `sl` plug-in did in a case. */
export function realResult(name: string): RunResult {
	return ended(sample(`sl/${name}.stdout`), sample(`sl/${name}.stderr`), sample(`sl/${name}.code`));
}
