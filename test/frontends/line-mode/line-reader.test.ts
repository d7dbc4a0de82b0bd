import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LineReader, type Ask, type Typed} from '../../../source/frontends/line-mode/line-reader.ts';
import {Output} from '../../../source/frontends/line-mode/output.ts';
import {Decoder} from '../../../source/frontends/terminal/decoder.ts';
import {FakeOutput} from './harness.ts';

const key = `demokey${'0a'.repeat(30)}`.slice(0, 64);
const name: Ask = {text: 'Name:', isSecret: false};
const secret: Ask = {
	text: 'Key:',
	isSecret: true,
	isWhole: (text) => text.replaceAll(/\s/g, '').length >= 40,
};

/** A line reader, fed one read at a time with what a terminal sends. */
class Desk {
	readonly output = new FakeOutput(30);
	readonly typed: Typed[] = [];
	readonly reader = new LineReader(new Output(this.output as unknown as NodeJS.WriteStream), () => {});

	get lines(): string[] {
		return this.typed.flatMap((typed) => (typed.kind === 'line' ? [typed.text] : []));
	}

	ahead(...reads: readonly string[]): this {
		for (const read of reads) {
			const decoder = new Decoder();
			for (const event of [...decoder.push(read), ...decoder.flush()]) {
				this.reader.add(event);
			}
		}

		return this;
	}

	/** Asks until nothing more is typed. */
	ask(ask: Ask): this {
		for (;;) {
			const typed = this.reader.ask(ask);
			if (typed === undefined) {
				return this;
			}

			this.typed.push(typed);
		}
	}

	type(ask: Ask, ...reads: readonly string[]): this {
		for (const read of reads) {
			this.ahead(read).ask(ask);
		}

		return this;
	}
}

test('what is typed is echoed, and Enter hands it on', () => {
	const desk = new Desk().type(name, 'ad', 'a\r');
	assert.deepEqual(desk.lines, ['ada']);
	assert.equal(desk.output.written, 'Name: ada\nName: ');
});

test('Backspace takes a character back as a person counts them', () => {
	const desk = new Desk().type(name, 'a山👩‍👩‍👧e\u0301', '\u007F\u007F\u007F', '\r');
	assert.deepEqual(desk.lines, ['a']);
	assert.ok(desk.output.written.includes('\b \b'));
	assert.ok(desk.output.written.includes('\b\b  \b\b'));
});

test('the usual keys edit a line, and what they change is echoed', () => {
	assert.deepEqual(new Desk().type(name, 'ada lovelace\u0017grace\r').lines, ['ada grace']);
	assert.deepEqual(new Desk().type(name, 'ada\u0015grace\r').lines, ['grace']);
	const desk = new Desk().type(name, 'da', '\u0001', 'a', '\u001B[C', '\u001B[C', '!', '\r');
	assert.deepEqual(desk.lines, ['ada!']);
	assert.equal(desk.output.written, 'Name: da\b\bada\b\bda!\nName: ');
});

test('in a list Home and End are no keys of the line', () => {
	assert.deepEqual(new Desk().type({...name, isList: true}, 'ada\u001B[Hx\r').lines, ['adax']);
});

test('a line longer than a row is said anew instead of climbed', () => {
	const desk = new Desk().type(name, 'x'.repeat(30), '\u007F');
	assert.equal(desk.output.written, `Name: ${'x'.repeat(30)}\nName: ${'x'.repeat(29)}`);
});

test('a key in a visible line is never echoed, and its Enter answers nothing', () => {
	for (const reads of [[`${key}\r`], [key, '\r'], [`my ${key}\r`], [...key, '\r']]) {
		const desk = new Desk().type(name, ...reads);
		assert.deepEqual(desk.typed, [{kind: 'withheld'}]);
		assert.ok(!desk.output.written.includes(key.slice(0, 8)), desk.output.written);
	}
});

test('after a key the next line counts', () => {
	const desk = new Desk().type(name, key, '\r', 'ada\r', '\r');
	assert.deepEqual(desk.lines, ['ada', '']);
	assert.deepEqual(new Desk().type(name, key, '\u0015ada\r').lines, ['ada']);
});

test('nothing of a secret is echoed', () => {
	const desk = new Desk().type(secret, `x\u007F${key}`, '\r');
	assert.deepEqual(desk.lines, [key]);
	assert.equal(desk.output.written, 'Key: \nKey: ');
});

test('a secret that was pasted in several lines is one secret', () => {
	const desk = new Desk().type(secret, `${key.slice(0, 32)}\r${key.slice(32)}\r`);
	assert.deepEqual(desk.lines, [`${key.slice(0, 32)}\n${key.slice(32)}`]);
});

test('what was typed behind a whole secret is not part of it', () => {
	const desk = new Desk().ahead(`${key}\rnext\r`).ask(secret);
	assert.deepEqual(desk.lines, [key, 'next']);
});

test('a short secret ends at its Enter when the rest was typed at another time', () => {
	assert.deepEqual(new Desk().type(secret, 'short\r', 'next\r').lines, ['short', 'next']);
});

test('what is typed ahead is echoed when a line is asked for', () => {
	const desk = new Desk().ahead('ada\rgra');
	assert.equal(desk.output.written, '');
	desk.ask(name);
	assert.deepEqual(desk.lines, ['ada']);
	assert.equal(desk.output.written, 'Name: ada\nName: gra');
});

test('an interrupted line goes on with what was typed of it', () => {
	const desk = new Desk().type(name, 'ad\u001B[D');
	desk.reader.interrupt();
	desk.type(name, 'x\r');
	assert.deepEqual(desk.lines, ['axd']);
	assert.equal(desk.output.written, 'Name: ad\b\nName: ad\bxd\b\nName: ');
});

test('Ctrl-D leaves, Esc and Shift-Tab go back; what narrows a list Esc takes away first', () => {
	assert.deepEqual(new Desk().type(name, 'a\u0004').typed, []);
	assert.deepEqual(new Desk().type(name, '\u0004').typed, [{kind: 'end'}]);
	const list = {...name, isList: true};
	assert.deepEqual(new Desk().type(list, 'a\u001B').typed, []);
	assert.deepEqual(new Desk().type(list, 'a\u001B', '\u001B').typed, [{kind: 'back'}]);
	assert.deepEqual(new Desk().type(name, 'a\u001B').typed, [{kind: 'back'}]);
	assert.deepEqual(new Desk().type(name, 'a\u001B[Z').typed, [{kind: 'back'}]);
});

test('Alt and Enter, and a function key in any spelling, do nothing', () => {
	assert.deepEqual(new Desk().type(secret, `${key.slice(0, 20)}\u001B\r\u001BO5P${key.slice(20)}\r`).lines, [
		key,
	]);
});

test('invisible and bidirectional characters are taken out, composed forms are handed on', () => {
	assert.deepEqual(new Desk().type(name, 'a\u200B\u202Ee\u0301b\r').lines, ['aéb']);
});

test('while nothing is asked, the first line is taken only if it is wanted', () => {
	const desk = new Desk().ahead('back\r1\r');
	assert.equal(
		desk.reader.takeAhead((line) => line === 'quit'),
		undefined,
	);
	assert.deepEqual(
		desk.reader.takeAhead((line) => line === 'back'),
		{kind: 'line', text: 'back'},
	);
	assert.deepEqual(desk.ask(name).lines, ['1']);
});
