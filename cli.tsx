/**
 * Checks the version of Node and the platform, runs the program, and sets the exit status. It imports nothing
 * statically, so that a Node that is too old can still read it and say so.
 */
const oldestNode = [22, 15] as const;

async function main(): Promise<number> {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
		process.stderr.write(
			`classic-credentials needs Node ${oldestNode.join('.')} or newer; this is Node ${process.versions.node}.\n` +
				"Install a newer one from https://nodejs.org, or with a version manager: 'nvm install --lts'.\n",
		);
		return 3;
	}

	if (process.platform === 'win32') {
		process.stderr.write(
			"classic-credentials runs on Linux and macOS, and on Windows in WSL. Install WSL with 'wsl --install',\n" +
				'then install Node, ibmcloud, and classic-credentials there.\n',
		);
		return 3;
	}

	// An executable holds compiled code already.
	if (process.env['CLASSIC_CREDENTIALS_ONE_FILE'] !== 'executable') {
		keepCompiledCode();
	}

	const {dispatch} = await import('./source/commands/dispatch.ts');
	return dispatch(process, simulator());
}

/** Returns the simulated `ibmcloud`: a file beside this one, or a part of the single file (`one-file.ts`). */
function simulator() {
	const {execPath: path, argv} = process;
	const form = process.env['CLASSIC_CREDENTIALS_ONE_FILE'];
	if (form === 'executable') {
		return {path, leading: ['simulated-ibmcloud']};
	}

	return form === 'script'
		? {path, leading: [argv[1] ?? '', 'simulated-ibmcloud']}
		: {path, leading: [`${import.meta.dirname}/simulator.js`]};
}

/**
 * Makes Node cache the compiled code of this program for the next start, in a directory of our own. Code runs
 * from there, so nobody else may be able to change it. The check is stricter than that of `only-mine.ts`,
 * which is not loaded yet: no link on the path, and no group that may write. Without the cache the start
 * takes a little longer.
 */
function keepCompiledCode(): void {
	try {
		const {enableCompileCache} = process.getBuiltinModule('node:module');
		const {lstatSync, mkdirSync} = process.getBuiltinModule('node:fs');
		const {homedir} = process.getBuiltinModule('node:os');
		const path = process.getBuiltinModule('node:path');
		const {XDG_CACHE_HOME: given = ''} = process.env;
		const usual = process.platform === 'darwin' ? 'Library/Caches' : '.cache';
		const directory = `${given.startsWith('/') ? given : `${homedir()}/${usual}`}/classic-credentials/compiled`;
		mkdirSync(directory, {recursive: true, mode: 0o700});
		const isMine = (place: string): boolean => {
			const status = lstatSync(place);
			const {mode, uid} = status;
			const isSticky = uid === 0 && (mode & 0o1000) !== 0;
			return (
				status.isDirectory() &&
				(uid === 0 || uid === process.getuid?.()) &&
				((mode & 0o022) === 0 || isSticky) &&
				(place === path.dirname(place) || isMine(path.dirname(place)))
			);
		};
		if (isMine(directory)) {
			enableCompileCache(directory);
		}
	} catch {
		// The file system may be read-only.
	}
}

// If Node runs out of work before the program has ended, that must not look like success.
process.exitCode = 1;

main().then(
	(status) => {
		// Ink's timers would keep the process for a moment; when a command returns, all output is written.
		process.exit(status);
	},
	() => {
		process.exit(1);
	},
);
