import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {findFolded, fold} from '../../../source/frontends/fields/search.ts';
import {enterList} from '../../../source/frontends/fields/list-answer.ts';
import type {OfferedAction} from '../../../source/wizard/action.ts';
import {ListField} from '../../../source/frontends/fields/list.ts';
import {SecretField} from '../../../source/frontends/fields/secret.ts';
import {TextField} from '../../../source/frontends/fields/text.ts';
import {Search} from '../../../source/frontends/fields/search.ts';
import {shorten} from '../../../source/frontends/ink/layout/shorten.ts';
import {widthOf} from '../../../source/frontends/lines/width.ts';
import {message} from '../../../source/text/message.ts';
import {say} from '../../support/staged-session.ts';
import {chooseOne, chooseSeveral, option, secret, text, users} from '../ink/questions.ts';

function chosen(field: ListField): string | undefined {
	const entry = field.entry();
	return entry?.kind === 'option' ? entry.option.label : undefined;
}

function found(options: Parameters<typeof option>[], query: string): string[] {
	const list = options.map((each) => option(...each));
	return new Search(list).find(query).map((index) => list[index]?.label ?? '');
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

test('a key in a list of thousands looks at a few options, not at all of them', () => {
	let looks = 0;
	const thousands = Array.from({length: 5000}, (_, index) => option(`1234567_user${index}`, []));
	const options = new Proxy(thousands, {
		get(list, name, self) {
			looks += /^\d+$/.test(String(name)) ? 1 : 0;
			return Reflect.get(list, name, self) as unknown;
		},
	});
	const field = new ListField(chooseOne({options}));
	looks = 0;
	field.step(1);
	field.move(10);
	assert.equal(chosen(field), thousands[11]?.label);
	assert.ok(looks < 10, `${looks} options were looked at`);
});

test('a username typed in full is the first row', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.stringMatching(/^[a-c]{1,4}$/), {minLength: 1}), (names) => {
			for (const name of names) {
				const rows = names.map((each) =>
					option(`12_${each}`, [`${each} ${name}`, name], {keywords: [`12_${name}`]}),
				);
				const [first = -1] = new Search(rows).find(`12_${name}`);
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
			const growing = new Search(rows);
			let last: readonly number[] = [];
			for (let length = 0; length <= query.length; length++) {
				last = growing.find(query.slice(0, length));
			}

			assert.deepEqual(last, new Search(rows).find(query));
		}),
	);
});

test('what was found stands where it is drawn', () => {
	const name = 'Ana José García';
	const match = findFolded(name, fold('éga'));
	assert.equal(match && name.slice(match.start, match.end), 'é Ga');
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
	const field = new ListField(
		chooseOne({options: [], loading: {state: 'loading', command: 'c', startedAt: 0}}),
	);
	field.filterBy('gr');
	field.update(chooseOne());
	assert.equal(chosen(field), '1234567_grace.hopper@example.com');
	field.filterBy('');
	field.move(3);
	field.update(chooseOne({options: [option('new'), ...users]}));
	const entry = field.entry();
	assert.equal(entry?.kind === 'option' && entry.option.label, '1234567_jose.garcia@example.com');

	const several = new ListField(chooseSeveral({marked: ['eu-gb']}));
	several.toggle();
	several.update(chooseSeveral({marked: ['jp-tok']}));
	assert.deepEqual(enterList(several), {kind: 'reply', reply: {kind: 'options', values: ['eu-de', 'eu-gb']}});
});

test('actions come behind the options, the text as typed is always last', () => {
	const field = new ListField(
		chooseOne({actions: [{action: {kind: 'change', step: 'listAccount'}, label: say('Another account')}]}),
	);
	field.move(field.entries().length);
	assert.deepEqual(enterList(field), {kind: 'act', action: {kind: 'change', step: 'listAccount'}});
	field.filterBy('nobody');
	assert.deepEqual(enterList(field), {kind: 'reply', reply: {kind: 'as-typed', text: 'nobody'}});
});

test('where nothing is found and nothing can be typed, Enter does no other thing instead', () => {
	const field = new ListField(
		chooseSeveral({
			actions: [{action: {kind: 'change', step: 'listAccount'}, label: say('Another account')}],
		}),
	);
	field.filterBy('nothing like it');
	assert.equal(enterList(field), undefined);
	assert.deepEqual(field.state.get().error, message('ui.nothingToChoose'));
});

test('where the selected action is gone, the list begins anew', () => {
	const offered: OfferedAction = {
		action: {kind: 'change', step: 'listAccount'},
		label: say('Another account'),
	};
	const field = new ListField(chooseOne({actions: [offered]}));
	field.move(100);
	assert.equal(field.entry()?.kind, 'action');
	field.update(chooseOne({actions: []}));
	assert.equal(field.state.get().selected, 0);
});

test('what takes the place of a selected entry below a field is not selected by that', () => {
	const create = {action: {kind: 'create-key'}, label: say('Create')} as const;
	const change = {action: {kind: 'change', step: 'user'}, label: say('Change')} as const;
	for (const [field, update] of fieldsWith([create])) {
		field.move(1);
		update([change, create]);
		assert.equal(field.state.get().selected, 1);
		update([change]);
		assert.equal(field.state.get().selected, undefined);
	}
});

/** Makes a secret and a text field with these entries, each with a function that gives it others. */
function fieldsWith(actions: readonly OfferedAction[]) {
	const hidden = new SecretField(secret({actions}));
	const shown = new TextField(text({actions}));
	return [
		[hidden, (next: readonly OfferedAction[]) => hidden.update(secret({actions: next}))],
		[shown, (next: readonly OfferedAction[]) => shown.update(text({actions: next}))],
	] as const;
}

test('a paste into a list of marks loses its blanks, those of its line breaks, too', () => {
	const several = new ListField(chooseSeveral({filter: true}));
	several.edit({kind: 'paste', text: 'eu-\nde'});
	assert.equal(several.state.get().filter.value, 'eu-de');
});
