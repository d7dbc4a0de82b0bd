import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {Filter} from '../../../source/frontends/ink/models/filter.ts';
import {findFolded, fold} from '../../../source/frontends/typing/fold.ts';
import {answerOf} from '../../../source/frontends/ink/models/list-answer.ts';
import {ListModel} from '../../../source/frontends/ink/models/list-model.ts';
import {shorten} from '../../../source/frontends/ink/models/shorten.ts';
import {widthOf} from '../../../source/frontends/ink/models/width.ts';
import {say} from './fake-session.ts';
import {chooseOne, chooseSeveral, option, users} from './questions.ts';

function found(options: Parameters<typeof option>[], query: string): string[] {
	const list = options.map((each) => option(...each));
	return new Filter(list).find(query).indices.map((index) => list[index]?.label ?? '');
}

test('case, accents and spaces do not matter', () => {
	assert.deepEqual(
		found(
			[
				['a', ['José García']],
				['b', ['Jose Garcia']],
				['c', ['Other']],
			],
			'JOSÉ g',
		),
		['a', 'b'],
	);
	assert.deepEqual(found([['a', ['José García']]], 'josegarcia'), ['a']);
	assert.deepEqual(found([['a', ['山田 花子']]], '山田花'), ['a']);
});

test('exact before prefix before word before anywhere, otherwise as in the list', () => {
	const rows: Parameters<typeof option>[] = [
		['1_xada', []],
		['2_x', ['Mary Ada']],
		['3_x', ['Adam']],
		['4_ada', []],
		['5_x', ['ada']],
		['ada', []],
	];
	assert.deepEqual(found(rows, 'ada'), ['ada', '4_ada', '5_x', '3_x', '2_x', '1_xada']);
});

test('a username typed in full is the first row', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.stringMatching(/^[a-c]{1,4}$/), {minLength: 1}), (names) => {
			for (const name of names) {
				const rows = names.map((each) =>
					option(`12_${each}`, [`${each} ${name}`, name], {keywords: [`12_${name}`]}),
				);
				const [first = -1] = new Filter(rows).find(`12_${name}`).indices;
				assert.equal(rows[first]?.label, `12_${name}`);
			}
		}),
	);
});

test('keywords are found, and words in any order', () => {
	assert.deepEqual(
		found(
			[
				['us-east', [], {keywords: ['tor01', 'Canada']}],
				['eu-de', []],
			],
			'tor',
		),
		['us-east'],
	);
	assert.deepEqual(
		found(
			[
				['ada@example.com', ['Ada Lovelace']],
				['x@example.com', ['Ada']],
			],
			'lovelace example',
		),
		['ada@example.com'],
	);
});

test('a query that grows finds what it would have found at once', () => {
	const letters = fc.stringMatching(/^[ab ]{0,5}$/);
	fc.assert(
		fc.property(fc.array(letters), letters, (labels, query) => {
			const rows = labels.map((label) => option(label, [label + query]));
			const growing = new Filter(rows);
			let last: readonly number[] = [];
			for (let length = 0; length <= query.length; length++) {
				last = growing.find(query.slice(0, length)).indices;
			}

			assert.deepEqual(last, new Filter(rows).find(query).indices);
		}),
	);
});

test('what was found stands where it is drawn', () => {
	const text = 'Ana José García';
	const match = findFolded(text, fold('éga'));
	assert.equal(match && text.slice(match.start, match.end), 'é Ga');
	assert.equal(findFolded('abc', 'x'), undefined);
});

test('long usernames lose what they share, never what tells them apart', () => {
	assert.deepEqual(shorten(['short', 'also'], 10, '…'), ['short', 'also']);
	assert.deepEqual(
		shorten(['1234567_ada.lovelace@example.com', '1234567_grace.hopper@example.com'], 20, '…'),
		['…ada.lovelace…', '…grace.hopper…'],
	);
	assert.deepEqual(
		shorten(['1234567_ada.lovelace@example.com', '1234567_grace.hopper@example.com'], 28, '…'),
		['1234567_ada.lovelace…', '1234567_grace.hopper…'],
	);
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), {minLength: 2, maxLength: 12}),
			fc.integer({min: 18, max: 30}),
			(names, width) => {
				const labels = names.map((name) => `1234567_${name}@some.long.example.com`);
				const shown = shorten(labels, width, '…');
				assert.ok(shown.every((label) => widthOf(label) <= width));
				assert.equal(new Set(shown).size, labels.length);
			},
		),
	);
});

test('the selection, the filter and the marks survive a newer version of the question', () => {
	const model = new ListModel(
		chooseOne({options: [], loading: {state: 'loading', command: 'c', startedAt: 0}}),
	);
	model.setQuery('gr');
	model.update(chooseOne());
	assert.equal(answerOf(model)?.kind === 'option' && users[1]?.label, '1234567_grace.hopper@example.com');
	model.setQuery('');
	model.move(3);
	model.update(chooseOne({options: [option('new'), ...users]}));
	const entry = model.entry();
	assert.equal(entry?.kind === 'option' && entry.option.label, '1234567_jose.garcia@example.com');

	const several = new ListModel(chooseSeveral({marked: ['eu-gb']}));
	several.toggle();
	several.update(chooseSeveral({marked: ['jp-tok']}));
	assert.deepEqual(several.chosenValues(), ['eu-de', 'eu-gb']);
});

test('actions come behind the options, the text as typed is always last', () => {
	const model = new ListModel(chooseOne({actions: [{id: 'other', label: say('Another account')}]}));
	model.moveToEnd(1);
	assert.equal(model.entry()?.kind, 'as-typed');
	model.move(-1);
	assert.deepEqual(answerOf(model), {kind: 'act', id: 'other'});
	model.setQuery('nobody');
	assert.deepEqual(answerOf(model), {kind: 'as-typed', text: 'nobody'});
});

test('where nothing is found and nothing can be typed, Enter does no other thing instead', () => {
	const model = new ListModel(chooseSeveral({actions: [{id: 'other', label: say('Another account')}]}));
	model.setQuery('nothing like it');
	assert.equal(answerOf(model), undefined);
	assert.equal(model.state.get().complaint, 'nothing-found');
});

test('only the rows of the window are given out, whatever the length of the list', () => {
	const many = Array.from({length: 10_000}, (_item, index) => option(`user${index}`));
	const model = new ListModel(chooseOne({options: many}));
	assert.equal(model.window(12).indices.length, 12);
	model.move(20);
	assert.deepEqual(model.window(12).indices.at(-1), 20);
	model.movePage(1);
	assert.deepEqual(model.window(12).indices.at(-1), 31);
	model.moveToEnd(-1);
	assert.equal(model.window(12).top, 0);
});
