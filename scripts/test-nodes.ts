import {spawnSync} from 'node:child_process';
import path from 'node:path';
import {installLocked} from './install-locked.ts';

// `npm run test:nodes [-- ARGUMENTS]`: runs the tests on the oldest and the newest Node and on the
// checkout's. ARGUMENTS are those of `scripts/test.ts`; without any, all tests that `npm test` runs.

const system = `${process.platform}-${process.arch}`;
const packages = await installLocked(path.join(import.meta.dirname, 'nodes'), system);
const nodes = [22, 26].map((major) => path.join(packages, `node-${major}-${system}`, 'bin/node'));
const statuses = [...nodes, process.execPath].map((node) => {
	const {stdout} = spawnSync(node, ['--version'], {encoding: 'utf8'});
	console.log(`\nNode ${stdout.trim()}`);
	const {status} = spawnSync(node, ['scripts/test.ts', ...process.argv.slice(2)], {
		cwd: path.resolve(import.meta.dirname, '..'),
		stdio: 'inherit',
		// A test that starts `node` by name gets this Node, too.
		env: {...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}`},
	});
	return status;
});
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;
