import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {before, suite, test} from 'node:test';
import {promisify} from 'node:util';
import {packedFiles} from '../../scripts/package/artefacts.ts';
import {npmTarball} from '../../scripts/package/tarball.ts';
import {scratchDirectory} from '../support/scratch.ts';
import {root} from './lint.ts';

const scratch = scratchDirectory();
const run = promisify(execFile);

interface Packed {
	readonly unpackedSize: number;
	readonly files: ReadonlyArray<{readonly path: string}>;
}

interface PackageDescription {
	readonly scripts?: Readonly<Record<string, string>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
	readonly bin?: Readonly<Record<string, string>>;
}

/** npm stays on this machine, in the test's own directories. */
const environment = {
	PATH: `${path.dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
	HOME: path.join(scratch, 'home'),
	npm_config_cache: path.join(scratch, 'cache'),
	npm_config_offline: 'true',
	npm_config_audit: 'false',
	npm_config_fund: 'false',
	npm_config_update_notifier: 'false',
};

suite('the published package', () => {
	const place = path.join(scratch, 'somewhere');
	const installed = path.join(place, 'node_modules/classic-credentials');

	before(async () => {
		mkdirSync(place);
		mkdirSync(environment.HOME);
		const tarball = path.join(scratch, 'package.tgz');
		writeFileSync(tarball, npmTarball(packedFiles()));
		await run('npm', ['install', '--offline', '--ignore-scripts', tarball], {cwd: place, env: environment});
	});

	test('holds what runs and nothing else, as npm itself would pack it', async () => {
		const {stdout} = await run('npm', ['pack', '--ignore-scripts', '--json', '--dry-run'], {
			cwd: root,
			env: environment,
		});
		const [packed] = JSON.parse(stdout) as [Packed];
		const files = packedFiles().map((file) => file.path);
		assert.deepEqual(files.toSorted(), packed.files.map((file) => file.path).toSorted());
		assert.deepEqual(
			files.filter((file) => !/^(?:dist\/[\w.-]+|package\.json|README\.md|LICENSE)$/u.test(file)),
			[],
		);
		assert.ok(files.includes('dist/cli.js'));
		assert.ok(packed.unpackedSize <= 1_200_000, `1.2 MB or less unpacked, not ${packed.unpackedSize} bytes`);
	});

	test('brings no dependency, and no script that an installation would run', () => {
		assert.deepEqual(
			readdirSync(path.join(place, 'node_modules')).filter((name) => !name.startsWith('.')),
			['classic-credentials'],
		);
		const description = JSON.parse(
			readFileSync(path.join(installed, 'package.json'), 'utf8'),
		) as PackageDescription;
		assert.deepEqual(Object.keys(description.dependencies ?? {}), []);
		assert.deepEqual(Object.keys(description.optionalDependencies ?? {}), []);
		for (const script of ['preinstall', 'install', 'postinstall']) {
			assert.equal(description.scripts?.[script], undefined);
		}
	});

	test('runs from where it was installed: the rehearsal, in a pipe, without an ibmcloud', async () => {
		const {stdout} = await run(path.join(place, 'node_modules/.bin/classic-credentials'), ['--demo'], {
			cwd: place,
			env: {...environment, CLASSIC_CREDENTIALS_SIMULATOR_LATENCY: 'none'},
		});
		assert.match(stdout, /Verified: the credential is set/u);
		assert.deepEqual(
			readdirSync(environment.HOME, {recursive: true}).filter((name) => String(name).includes('demo-')),
			[],
		);
	});
});
