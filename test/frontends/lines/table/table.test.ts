import assert from 'node:assert/strict';
import {test} from 'node:test';
import {plainText} from '../../../../source/frontends/lines/print.ts';
import {
	tableLines,
	endless,
	type Cell,
	type Table,
	type TableRoom,
	type TableRow,
} from '../../../../source/frontends/lines/table/table.ts';
import {widthOf} from '../../../../source/frontends/lines/width.ts';
import {englishTexts as texts} from '../../../../source/text/texts.ts';

const columns = [
	{title: 'scope'},
	{title: 'now', sharedTitle: 'now'},
	{title: 'new', sharedTitle: 'new'},
	{title: 'clusters', sharedTitle: 'classic clusters here'},
	{title: ''},
];

function user(name: string): Cell {
	return {text: name, names: [name]};
}

const ada = user('1234567_ada@acme.example');
const zoe = user('1234567_zoe@acme.example');
const old = user('7654321_old@acme.example');
const none: Cell = {text: 'none'};

function row(
	place: string,
	[now, next, clusters, effect]: readonly [Cell, Cell, readonly string[], string],
	more: Partial<TableRow> = {},
): TableRow {
	const [, group = ''] = place.split(' / ');
	const items = clusters.length === 0 ? ['none'] : clusters;
	return {
		mark: 'none',
		group,
		rank: 5,
		isKept: false,
		cells: [{text: place}, now, next, {text: items.join(', '), items}, {text: effect}],
		...more,
	};
}

const dangerous = {mark: 'danger', rank: 0, isKept: true} as const;

function drawn(rows: readonly TableRow[], room: TableRoom = endless): string {
	return plainText(tableLines({columns, rows} satisfies Table, room, texts));
}

const three = [
	row('eu-de / default', [zoe, ada, ['prod-fra'], 'same account']),
	row('us-south / default', [ada, ada, ['pay-dal'], 'renewed key']),
	row('jp-osa / default', [old, ada, ['batch-osa'], 'can be orphaned'], dangerous),
];

test('a row a scope, the worst first with a sign of its own; what all rows share is said once above', () => {
	assert.equal(
		drawn(three),
		[
			'new: 1234567_ada@acme.example',
			'  scope               now                       clusters',
			'! jp-osa / default    7654321_old@acme.example  batch-osa  can be orphaned',
			'  eu-de / default     1234567_zoe@acme.example  prod-fra   same account',
			'  us-south / default  1234567_ada@acme.example  pay-dal    renewed key',
			'',
		].join('\n'),
	);
});

test('names lose what they share where the row is too wide, never what tells them apart', () => {
	assert.equal(
		drawn(three, {columns: 66}),
		[
			'new: 1234567_ada@acme.example',
			'Not repeated in the names: 1234567_ and @acme.example',
			'  scope               now            clusters',
			'! jp-osa / default    old (7654321)  batch-osa  can be orphaned',
			'  eu-de / default     zoe            prod-fra   same account',
			'  us-south / default  ada            pay-dal    renewed key',
			'',
		].join('\n'),
	);
});

test('names that would look the same stay whole', () => {
	const names = [zoe, user('7654321_zoe@acme.example'), user('zoe'), user('1234567_zoe@other.example')];
	const text = drawn(
		names.map((name, index) => row(`eu-de / ${index}`, [name, ada, ['a', 'b'], 'what that does'])),
		{columns: 53},
	);
	assert.deepEqual(
		[...text.matchAll(/^ {2}eu-de \/ \d {2}(.*?) {2}/gmu)].map(([, name]) => name),
		['1234567_zoe@acme.example', 'zoe (7654321)', 'zoe', 'zoe@other.example'],
	);
});

test('of many clusters the first and a number are shown where the names alone do not help', () => {
	const many = ['batch-osa-production', 'batch-osa-staging', 'batch-osa-test'];
	assert.match(
		drawn([row('jp-osa / default', [old, ada, many, 'can be orphaned']), ...three], {columns: 78}),
		/jp-osa \/ default +old \(7654321\) +batch-osa-production \+2 +can be orphaned/,
	);
});

test('where a row is too wide all the same it is a block', () => {
	assert.equal(
		drawn(three.slice(2).concat(three.slice(0, 1)), {columns: 40}),
		[
			'new: 1234567_ada@acme.example',
			'! jp-osa / default',
			'    now 7654321_old@acme.example',
			'    clusters batch-osa',
			'    can be orphaned',
			'  eu-de / default',
			'    now 1234567_zoe@acme.example',
			'    clusters prod-fra',
			'    same account',
			'',
		].join('\n'),
	);
});

const regions = ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd'];
const groups = ['default', 'infra', 'team-a'];
const twentyOne = groups
	.flatMap((group) => regions.map((region) => `${region} / ${group}`))
	.map((place, index) =>
		index === 5
			? row(place, [old, ada, ['batch-osa'], 'can be orphaned'], dangerous)
			: row(place, [none, ada, [], 'first credential']),
	);

test('without room rows of the same kind fold with their count, and a dangerous one never', () => {
	assert.equal(
		drawn(twentyOne, {columns: 80, isFolded: true}),
		[
			'new: 1234567_ada@acme.example',
			'  scope               now                       clusters',
			'! jp-osa / default    7654321_old@acme.example  batch-osa  can be orphaned',
			'  us-south / default  none                      none       first credential',
			'  19 more like this: 5 in default, 7 in infra, and 7 in team-a',
			'',
		].join('\n'),
	);
	const dangers = twentyOne.map((one) => ({...one, ...dangerous}));
	assert.equal(drawn(dangers, {columns: 80, isFolded: true}).split('\n! ').length, 22);
});

test('one scope is no table: what is said of it stands below it', () => {
	const only = row('eu-de / default', [none, ada, [], '']);
	const table = {columns: columns.slice(0, 4), rows: [{...only, cells: only.cells.slice(0, 4)}]};
	assert.equal(
		plainText(tableLines(table, endless, texts)),
		'  eu-de / default\n  now: none\n  new: 1234567_ada@acme.example\n  classic clusters here: none\n',
	);
});

test('a row is one sentence where it is heard', () => {
	assert.equal(
		drawn(three, 'spoken'),
		[
			'new: 1234567_ada@acme.example',
			'NOTE  jp-osa / default: now 7654321_old@acme.example, clusters batch-osa, can be orphaned',
			'eu-de / default: now 1234567_zoe@acme.example, clusters prod-fra, same account',
			'us-south / default: now 1234567_ada@acme.example, clusters pay-dal, renewed key',
			'',
		].join('\n'),
	);
});

test('wide characters count two columns', () => {
	const lines = drawn([
		row('eu-de / 既定', [none, ada, [], 'first']),
		row('eu-de / infra', [zoe, ada, [], 'same']),
	]);
	const [, , ...rows] = lines.trimEnd().split('\n');
	const starts = rows.slice(1).map((line) => widthOf(line.slice(0, line.search(/none|1234567_zoe/u))));
	assert.equal(starts[0], starts[1]);
});

test('no row is wider than its room, in any', () => {
	for (const width of [40, 50, 60, 66, 70, 80, 120]) {
		for (const line of tableLines({columns, rows: three}, {columns: width}, texts)) {
			const text = line.spans.map((span) => span.text).join('');
			assert.ok(text.startsWith('Left out') || widthOf(text) + 2 <= width, `${width}: ${text}`);
		}
	}
});
