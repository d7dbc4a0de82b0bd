import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import path from 'node:path';
import {test} from 'node:test';
import {promisify} from 'node:util';
import {measurements} from '../../scripts/bench/list.ts';

const bench = path.resolve(import.meta.dirname, '../../scripts/bench.ts');

for (const {name} of measurements) {
	test(`the measurement ${name} can be repeated`, async () => {
		const {stdout} = await promisify(execFile)(process.execPath, [
			bench,
			`--only=${name}`,
			'--rounds=1',
			'--dry-run',
		]);
		// A title, its columns, and at least one row.
		assert.ok(stdout.trim().split('\n').length > 4, stdout);
	});
}
