import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {takeLine} from '../../source/frontends/fields/list-answer.ts';
import {ListField} from '../../source/frontends/fields/list.ts';
import {Fields} from '../../source/frontends/fields/fields.ts';
import {TextField} from '../../source/frontends/fields/text.ts';
import {handle} from '../../source/frontends/ink/key-map.ts';
import {makeInterface} from '../../source/frontends/ink/interface.ts';
import {questionKeys} from '../../source/frontends/ink/keys.ts';
import {LineReader} from '../../source/frontends/line-mode/line-reader.ts';
import {Output} from '../../source/frontends/line-mode/output.ts';
import {promptOf} from '../../source/frontends/line-mode/prompts.ts';
import {Decoder} from '../../source/frontends/terminal/decoder.ts';
import type {InputEvent} from '../../source/frontends/terminal/keys.ts';
import {Secret} from '../../source/secrets/secret.ts';
import {message} from '../../source/text/message.ts';
import {englishTexts} from '../../source/text/texts.ts';
import type {Question} from '../../source/wizard/question.ts';
import {StagedSession} from '../support/staged-session.ts';
import {chooseOne, option, secret, text} from './ink/questions.ts';
import {FakeOutput} from './line-mode/harness.ts';

/** The outcome of a field: the answers in order, with the steps back among them, and what it holds. */
interface Held {
	readonly answered: readonly string[];
	readonly holds: string;
}

/** Marks a step back among the answers. */
const wentBack = '(back)';

/** Decodes what a terminal sends; time passes after each read. */
function eventsOf(reads: readonly string[]): InputEvent[] {
	const decoder = new Decoder();
	return reads.flatMap((read) => [...decoder.push(read), ...decoder.flush()]);
}

function fieldOf(question: Question): {fields: Fields; field: NonNullable<Fields['present']>} {
	const fields = new Fields();
	fields.take({kind: 'question', step: 'user', question, canGoBack: true});
	return {fields, field: fields.present ?? assert.fail()};
}

/** A secret question whose summary is the value, so that values can be compared. */
const secretQuestion = secret({
	parse: (typed) => ({
		secret: typed === '' ? undefined : new Secret(typed),
		summary: {key: 'value.plain', values: {value: typed}},
		removed: [],
		warnings: [],
	}),
});

function valueOf({field}: ReturnType<typeof fieldOf>): string {
	if (field instanceof ListField) {
		return field.state.get().filter.value;
	}

	return field instanceof TextField
		? field.state.get().text.value
		: String(field.state.get().parsed?.summary.values?.['value'] ?? '');
}

/** Types into the field as the Ink frontend has it. */
function typeIntoInk(question: Question, events: readonly InputEvent[]): Held {
	const answered: string[] = [];
	let present = fieldOf(question);
	const session = new StagedSession({kind: 'question', step: 'user', question, canGoBack: true});
	const {ui} = makeInterface(
		session,
		{texts: englishTexts, output: process.stdout, environment: {}, lease: {discard() {}}},
		() => {},
	);
	const restart = (): void => {
		present = fieldOf(question);
	};

	session.onBack = () => {
		answered.push(wentBack);
		restart();
	};
	session.onReply = (reply) => {
		answered.push(reply.kind === 'secret' ? reply.secret.reveal().trim() : valueOf(present).trim());
		restart();
	};
	for (const event of events) {
		const onBack = (): void => ui.session.back();
		handle(questionKeys(ui, present.field, {onBack, pageHeight: 10, scroll: []}), event);
	}

	return {answered, holds: valueOf(present)};
}

/** Types into the same question in line mode. */
function typeIntoLine(question: Question, events: readonly InputEvent[]): Held {
	const answered: string[] = [];
	const output = new FakeOutput();
	const reader = new LineReader(new Output(output as unknown as NodeJS.WriteStream), () => {});
	const view = new StagedSession({kind: 'question', step: 'user', question, canGoBack: true}).view();
	const {ask = assert.fail()} = promptOf(view, fieldOf(question).field, 20, englishTexts);
	const listen = (): void => {
		for (let typed = reader.ask(ask); typed !== undefined; typed = reader.ask(ask)) {
			if (typed.kind !== 'withheld') {
				answered.push(typed.kind === 'line' ? typed.text.trim() : wentBack);
			}
		}
	};

	for (const event of events) {
		reader.add(event);
		listen();
	}

	const before = answered.length;
	reader.add({kind: 'key', name: 'enter'});
	listen();
	return {answered: answered.slice(0, before), holds: answered[before] ?? ''};
}

const torn = ['\u001B', '\u001B[', '\u001BO', '[', 'O', ';', '5', 'P', '~', 'A', 'D', 'C', '\\', '\u0007'];
const moves = ['\u001B[D', '\u001B[C', '\u001B[H', '\u001B[F', '\u001B[3~', '\u001B[Z', '\u001B[A'];
const sequences = ['\u001B[1;3D', '\u001BO5P', '\u001B\r', '\u001Bx', '\u001B]0;title\u0007'];
const pastes = ['\u001B[200~pasted\r\n\u001B[201~', '\u001B[200~', '\u001B[201~'];
const controls = ['\u0001', '\u0005', '\u0015', '\u0017', '\u007F', '\b', '\t', '\u0000', '\u001A', '\r'];
/** Words that are also names of keys. */
const names = ['enter', 'escape', 'home', 'up', 'back-tab', 'erase-line'];
const letters = [...names, 'a', 'word', 'é', '山田', '👨‍👩‍👧', ' ', '.', '@', '1234567_', '\u0301', '\u200D'];
const key = 'k7c4a9e1f07b52d8';
const pieces = fc.constantFrom(...torn, ...moves, ...sequences, ...pastes, ...controls, ...letters, key);
const reads = fc.array(
	fc.array(pieces, {minLength: 1, maxLength: 4}).map((parts) => parts.join('')),
	{maxLength: 5},
);

/** Runs for each of the three fields: 60,000 in all. */
const numRuns = 20_000;

const users = [
	option('1234567_ada.lovelace@example.com', ['Ada Lovelace', 'ada.lovelace@example.com']),
	option('1234567_grace.hopper@example.com', ['Grace Hopper', 'grace@navy.example']),
	option('1234567_jose.garcia@example.com', ['José García', 'jose@example.com']),
	option('1234567_hanako@example.jp', ['山田 花子', 'hanako@example.jp']),
	option('1234567_adalbert@example.com', ['Adalbert Ängström', 'adalbert@example.com']),
	option('1234567_prod.ada@example.com', ['Production', 'ops@example.com']),
	option('7654321_ada@example.com', ['Ada of the other account', 'ada@example.com']),
	option('IBM278444', ['Account Owner', 'owner@example.com']),
	option('1234567_functional-id.platform@example.com', ['Functional ID Platform', 'platform@example.com']),
	option('1234567_zoe@example.com', ['Zoë Grace', 'zoe@example.com']),
];

const asTyped = {label: (typed: string) => message('user.asTyped', {text: typed}), validate: () => undefined};

for (const [name, question] of [
	['a text', text({validate: () => undefined})],
	['the filter of a list', chooseOne({options: users, asTyped})],
	['a secret', secretQuestion],
] as const) {
	test(`whatever is typed into ${name}, both interactive frontends hold the same`, () => {
		fc.assert(
			fc.property(reads, (given) => {
				const events = eventsOf(given).filter(
					// One of the two frontends has no use for these.
					(event) => event.kind !== 'key' || !['leave', 'suspend', 'end-of-input'].includes(event.name),
				);
				assert.deepEqual(trimmed(typeIntoInk(question, events)), trimmed(typeIntoLine(question, events)));
			}),
			{numRuns},
		);
	});
}

/** Drops empty answers and trims what is held: spaces at the ends of an answer are not part of it. */
function trimmed({answered, holds}: Held): Held {
	return {answered: answered.filter((each) => each !== ''), holds: holds.trim()};
}

test('70 queries over 10 users find the same users in the same order in both', () => {
	const queriesOf = (label: string, [name = '', mail = '']: readonly string[]): string[] => {
		const words = name.split(' ');
		return [
			label.slice(0, 9),
			label.replace(/^\d+_/, '').slice(0, 4),
			label.slice(4, 12),
			mail.slice(0, 5),
			words.at(-1)?.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase() ?? '',
			words.toReversed().join(' '),
			name.slice(1, 4),
		];
	};
	const queries = users.flatMap(({label, details}) => queriesOf(label, details));
	assert.equal(queries.length, 70);
	for (const query of queries) {
		const typed = new ListField(chooseOne({options: users}));
		for (const letter of query) {
			typed.edit({kind: 'text', text: letter});
		}

		const said = new ListField(chooseOne({options: users}));
		const answer = takeLine(said, query, 20, englishTexts);
		const {found} = typed.state.get();
		if (answer?.kind === 'reply') {
			// A full name is itself the answer.
			assert.deepEqual(answer.reply, {kind: 'option', value: users[found[0] ?? -1]?.value}, query);
		} else {
			assert.deepEqual(answer, {kind: 'narrowed'}, query);
			assert.deepEqual(said.state.get().found, found, query);
		}
	}
});
