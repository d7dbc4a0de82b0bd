import {execFile} from 'node:child_process';
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {installLocked} from '../install-locked.ts';
import {withoutSignature} from './mach-o.ts';

const run = promisify(execFile);

/** The systems that get an executable, and Bun's package for each. */
export const systems = {
	'linux-x64': '@oven/bun-linux-x64',
	'linux-arm64': '@oven/bun-linux-aarch64',
	'darwin-x64': '@oven/bun-darwin-x64',
	'darwin-arm64': '@oven/bun-darwin-aarch64',
} as const;

export type System = keyof typeof systems;

/** Compiles an executable with Bun, whose bytecode fits every system; the first file is started. */
export async function makeExecutable(system: System, files: ReadonlyMap<string, string>): Promise<Buffer> {
	const compiler = await bunFor(thisSystem());
	const runtime = await bunFor(system);
	const directory = await mkdtemp(path.join(tmpdir(), 'classic-credentials-package-'));
	try {
		await Promise.all([...files].map(async ([name, code]) => writeFile(path.join(directory, name), code)));
		const args = [
			'build',
			'--compile',
			'--bytecode',
			'--format=esm',
			'--splitting',
			`--target=bun-${system}`,
			`--compile-executable-path=${runtime}`,
			// Files in the operator's current directory must not affect the program.
			...['dotenv', 'bunfig', 'tsconfig', 'package-json'].map((name) => `--no-compile-autoload-${name}`),
			'--outfile=program',
			...[...files.keys()].slice(0, 1),
		];
		// In its own directory and environment: either could change the result.
		await run(compiler, args, {cwd: directory, env: {HOME: directory, TMPDIR: directory}});
		const made = await readFile(path.join(directory, 'program'));
		return system === 'darwin-x64' ? withoutSignature(made) : made;
	} finally {
		await rm(directory, {recursive: true});
	}
}

/** Returns the system that this process runs on. */
export function thisSystem(): System {
	const name = `${process.platform}-${process.arch}`;
	if (!(name in systems)) {
		throw new Error(`Executables are made on ${Object.keys(systems).join(', ')}; this is ${name}.`);
	}

	return name as System;
}

async function bunFor(system: System): Promise<string> {
	return path.join(
		await installLocked(path.join(import.meta.dirname, 'tools'), system),
		systems[system],
		'bin/bun',
	);
}
