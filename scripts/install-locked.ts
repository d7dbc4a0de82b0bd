import {execFile} from 'node:child_process';
import {cp, mkdir, readFile, rm} from 'node:fs/promises';
import path from 'node:path';
import {promisify} from 'node:util';

const installed = path.resolve(import.meta.dirname, '../node_modules/.locked');

/**
 * Installs the packages of a separate lock file, so that `npm ci` of the checkout stays small; returns their
 * directory. npm refuses a package whose hash differs from that in the lock file.
 *
 * @param from the directory of `package.json` and `package-lock.json`
 * @param system such as `linux-x64`
 */
export async function installLocked(from: string, system: string): Promise<string> {
	const directory = path.join(
		installed,
		`${path.basename(path.dirname(from))}-${path.basename(from)}-${system}`,
	);
	const files = ['package.json', 'package-lock.json'];
	const isThere = await Promise.all(
		files.map(async (file) => {
			const present = await readFile(path.join(directory, file), 'utf8').catch(() => undefined);
			return present === (await readFile(path.join(from, file), 'utf8'));
		}),
	);
	if (isThere.includes(false)) {
		await rm(directory, {recursive: true, force: true});
		await mkdir(directory, {recursive: true});
		try {
			await Promise.all(files.map(async (file) => cp(path.join(from, file), path.join(directory, file))));
			const [os = '', cpu = ''] = system.split('-');
			const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
			await promisify(execFile)('npm', ['ci', `--os=${os}`, `--cpu=${cpu}`, '--libc=glibc', ...quiet], {
				cwd: directory,
			});
		} catch (error) {
			await rm(directory, {recursive: true, force: true});
			throw error;
		}
	}

	return path.join(directory, 'node_modules');
}
