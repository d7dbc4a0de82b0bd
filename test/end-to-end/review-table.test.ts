import assert from 'node:assert/strict';
import {test} from 'node:test';
import {standardServices} from '../../source/simulator/standard.ts';
import {classicApi} from '../support/classic-api.ts';
import {completeFlags, everywhere, groups, regions, sampleUser} from '../support/session-steps.ts';
import {Sandbox} from '../support/sandbox.ts';
import {credential} from '../support/scenarios.ts';

const old = '7654321_infra.admin@example.com';

/** Makes a service where another account's user is set in one scope, over a cluster, and none elsewhere. */
function machine(): Sandbox {
	return new Sandbox({services: {...standardServices, credentials: [credential(old)]}});
}

for (const [columns, rows, most] of [
	[120, 40, 1],
	[80, 24, 2],
] as const) {
	test(`21 scopes, one of them another account’s over a cluster: ${most} page at ${columns}×${rows} at most`, async () => {
		using sandbox = machine();
		await using terminal = await sandbox.open([...completeFlags(sandbox), ...everywhere, '--no-pair-check'], {
			columns,
			rows,
		});
		await terminal.waitFor(/❯ (Apply the 20|Show the rest)/u);
		let said = terminal.text();
		const body = said.slice(said.indexOf('21 scopes:'));
		const firstRow = body.split('\n').find((line) => / \/ /u.test(line)) ?? '';
		assert.match(firstRow, /! us-south \/ default/u, body);
		if (most > 1 && said.includes('Show the rest')) {
			assert.match(said, /Show the rest \(1\/2\)/u);
			terminal.press('enter');
			await terminal.waitFor('❯ Apply the 20');
			said += terminal.text();
		}

		assert.match(said, /21 scopes: 1 can orphan clusters and 20 get their first credential/u);
		assert.match(said, /prod-dal/u);
		assert.match(said, /7654321/u);
		const named = regions.flatMap((region) => groups.map((group) => `${region} / ${group}`));
		const rest = named.filter((name) => !said.includes(name)).length;
		// If there are two pages, they overlap.
		const folds = new Set(said.match(/\d+ more like this: .*/gu));
		const folded = [...folds].reduce((sum, fold) => sum + Number.parseInt(fold, 10), 0);
		assert.equal(folded, rest, said);
		assert.match(said, /Apply all 21 \(you type 7654321\)/u);

		terminal.press('enter');
		const {exitCode} = await terminal.waitForExit();
		assert.equal(sandbox.credential('us-south'), old);
		const set = named.filter((name) => {
			const [region = '', group] = name.split(' / ');
			return sandbox.credential(region, group) === sampleUser;
		});
		assert.equal(set.length, 20);
		assert.equal(exitCode, 0);
		assert.match(
			terminal.text().replaceAll(/\s+/gu, ' '),
			/Left unchanged, as you chose: us-south \/ default/u,
		);
	});
}

test('the review of one scope at 80×24 is one page of 18 rows or fewer, with Apply under the cursor', async (context) => {
	for (const services of [standardServices, {...standardServices, credentials: [credential(old)]}]) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other
		using sandbox = new Sandbox({services, environment: await classicApi(context)});
		// oxlint-disable-next-line no-await-in-loop
		await using terminal = await sandbox.open(
			[...completeFlags(sandbox), '--region=us-south', '--resource-group=default'],
			{columns: 80, rows: 24},
		);
		// oxlint-disable-next-line no-await-in-loop
		await terminal.waitFor('❯ Apply');
		const lines = terminal.text().trimEnd().split('\n');
		const frame = lines
			.slice(lines.findIndex((line) => line.startsWith('✔ Ready')))
			// Appears only because the API of this test is on loopback.
			.filter((line) => !line.includes('not a host of IBM'));
		assert.ok(frame.length <= 18, frame.join('\n'));
		assert.doesNotMatch(lines.join('\n'), /Show the rest/u);
	}
});

test('after a replacement over a cluster the last screen at 80×24 holds who was there, who is, and whose key undoes it', async () => {
	const jane = '1234567_jane.roe@example.com';
	using sandbox = new Sandbox({services: {...standardServices, credentials: [credential(jane)]}});
	await using terminal = await sandbox.open(
		[...completeFlags(sandbox), '--region=us-south', '--resource-group=default', '--no-pair-check'],
		{columns: 80, rows: 24},
	);
	await terminal.waitFor('❯ Apply');
	terminal.press('enter');
	await terminal.waitForExit();
	const said = terminal.text().replaceAll(/\s+/gu, ' ');
	assert.match(said, new RegExp(`${jane} → ${sampleUser}`, 'u'));
	assert.match(said, new RegExp(`That needs the key of ${jane}`, 'u'));
	assert.match(said, /worker ls --cluster prod-dal/u);
});
