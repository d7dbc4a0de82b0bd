import assert from 'node:assert/strict';
import {
	existsSync,
	lstatSync,
	mkdirSync,
	readFileSync,
	readlinkSync,
	readdirSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {makePrivateCopy} from '../../source/ibmcloud/private-copy.ts';
import {scratchDirectory, subdirectory, writeScript} from '../support/scratch.ts';

const scratch = scratchDirectory();

/** A configuration directory as the CLI has it: JSON, plug-ins with executables, caches and locks. */
function configuration(): string {
	const directory = subdirectory(scratch);
	writeFileSync(path.join(directory, 'config.json'), '{"IAMToken":"Bearer x"}', {mode: 0o600});
	writeScript(path.join(directory, 'plugins', 'container-service', 'container-service'), 'exit 0');
	writeFileSync(path.join(directory, 'plugins', 'config.json'), '{"Plugins":{}}');
	writeFileSync(path.join(directory, 'plugins', 'container-service', 'config.json'), '{}');
	mkdirSync(path.join(directory, 'tmp'));
	writeFileSync(path.join(directory, 'tmp', 'big'), 'x');
	writeFileSync(path.join(directory, 'config.lock'), '');
	return directory;
}

function modeOf(place: string): number {
	return statSync(place).mode & 0o777;
}

test('only the operator can enter a copy, and the directory that holds all of them', async () => {
	const parent = path.join(subdirectory(scratch), 'cache', 'private');
	const copy = await makePrivateCopy(configuration(), parent);
	const directory = copy.directory.environment['IBMCLOUD_HOME'] ?? '';
	assert.equal(path.dirname(directory), parent);
	assert.equal(modeOf(parent), 0o700);
	assert.equal(modeOf(directory), 0o700);
	assert.equal(modeOf(path.join(directory, '.ibmcloud')), 0o700);
	assert.equal(modeOf(copy.directory.configurationFile), 0o600);
});

test('JSON is copied, executables are linked, caches and locks are left out', async () => {
	const own = configuration();
	const {directory} = await makePrivateCopy(own, subdirectory(scratch));
	const copied = path.dirname(directory.configurationFile);
	const plugins = path.join(copied, 'plugins');
	const executable = path.join('plugins', 'container-service', 'container-service');
	assert.deepEqual(readdirSync(copied).toSorted(), ['config.json', 'plugins']);
	assert.ok(lstatSync(directory.configurationFile).isFile());
	assert.ok(lstatSync(path.join(plugins, 'config.json')).isFile());
	assert.ok(lstatSync(path.join(plugins, 'container-service', 'config.json')).isFile());
	assert.equal(readlinkSync(path.join(copied, executable)), path.join(own, executable));
});

test('what is written to a copy changes nothing of the original', async () => {
	const own = configuration();
	const {directory} = await makePrivateCopy(own, subdirectory(scratch));
	writeFileSync(directory.configurationFile, 'changed');
	assert.equal(readFileSync(path.join(own, 'config.json'), 'utf8'), '{"IAMToken":"Bearer x"}');
});

test('a configuration file that is a link is copied as a file', async () => {
	const own = subdirectory(scratch);
	const elsewhere = path.join(subdirectory(scratch), 'config.json');
	writeFileSync(elsewhere, '{}');
	symlinkSync(elsewhere, path.join(own, 'config.json'));
	const {directory} = await makePrivateCopy(own, subdirectory(scratch));
	assert.ok(lstatSync(directory.configurationFile).isFile());
});

test('the variables that would win are removed for its commands', async () => {
	const {directory} = await makePrivateCopy(configuration(), subdirectory(scratch));
	assert.deepEqual(Object.keys(directory.environment).toSorted(), [
		'BLUEMIX_HOME',
		'IBMCLOUD_CONFIG_HOME',
		'IBMCLOUD_HOME',
	]);
	assert.equal(directory.environment['IBMCLOUD_CONFIG_HOME'], undefined);
	assert.equal(directory.environment['BLUEMIX_HOME'], undefined);
});

test('removing takes the copy away and follows no link in it; it can be repeated', async () => {
	const own = configuration();
	const parent = subdirectory(scratch);
	const copy = await makePrivateCopy(own, parent);
	copy.remove();
	copy.remove();
	assert.deepEqual(readdirSync(parent), []);
	assert.ok(existsSync(path.join(own, 'plugins', 'container-service', 'container-service')));
});

test('a copy that cannot be finished leaves nothing behind', async () => {
	const parent = subdirectory(scratch);
	const notADirectory = path.join(subdirectory(scratch), 'file');
	writeFileSync(notADirectory, '');
	await assert.rejects(makePrivateCopy(notADirectory, parent));
	assert.deepEqual(readdirSync(parent), []);
});

test('where there is no configuration to copy, the copy is an empty one', async () => {
	const {directory} = await makePrivateCopy(path.join(scratch, 'nothing'), subdirectory(scratch));
	assert.deepEqual(readdirSync(path.dirname(directory.configurationFile)), []);
});
