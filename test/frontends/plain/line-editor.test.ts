import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LineEditor, type Ask} from '../../../source/frontends/plain/line-editor.ts';
import {Speaker} from '../../../source/frontends/plain/speaker.ts';
import {TypedAhead} from '../../../source/frontends/plain/typed-ahead.ts';
import {FakeOutput} from './held.ts';

const key = `demokey${'0a'.repeat(30)}`.slice(0, 64);
const name: Ask = {text: 'Name:', isSecret: false};
const secret: Ask = {
	text: 'Key:',
	isSecret: true,
	isWhole: (text) => text.replaceAll(/\s/g, '').length >= 40,
};

class Desk {
	readonly output = new FakeOutput(30);
	readonly typedAhead = new TypedAhead();
	readonly lines: string[] = [];
	refused = 0;
	ended = 0;
	readonly editor = new LineEditor({
		speaker: new Speaker(this.output as unknown as NodeJS.WriteStream),
		typedAhead: this.typedAhead,
		onLine: (line) => {
			this.lines.push(line);
		},
		onKeyRefused: () => {
			this.refused++;
		},
		onEnd: () => {
			this.ended++;
		},
	});

	type(ask: Ask, ...bursts: readonly string[]): this {
		for (const burst of bursts) {
			this.typedAhead.add(burst);
			this.editor.ask(ask);
		}

		return this;
	}
}

test('what is typed is echoed, and Enter hands it on', () => {
	const desk = new Desk().type(name, 'ad', 'a\r');
	assert.deepEqual(desk.lines, ['ada']);
	assert.equal(desk.output.written, 'Name: ada\n');
});

test('Backspace takes a character back as a person counts them', () => {
	const desk = new Desk().type(name, 'a山👩‍👩‍👧e\u0301', '\u007F\u007F\u007F', '\r');
	assert.deepEqual(desk.lines, ['a']);
	assert.ok(desk.output.written.includes('\b \b'));
	assert.ok(desk.output.written.includes('\b\b  \b\b'));
});

test('Ctrl-U empties the line, Ctrl-W takes a word', () => {
	assert.deepEqual(new Desk().type(name, 'ada lovelace\u0017grace\r').lines, ['ada grace']);
	assert.deepEqual(new Desk().type(name, 'ada\u0015grace\r').lines, ['grace']);
});

test('a line longer than a row is said anew instead of climbed', () => {
	const desk = new Desk().type(name, 'x'.repeat(30), '\u007F');
	assert.equal(desk.output.written, `Name: ${'x'.repeat(30)}\nName: ${'x'.repeat(29)}`);
});

test('a key in a visible line is never echoed, and its Enter answers nothing', () => {
	for (const bursts of [[`${key}\r`], [key, '\r'], [`my ${key}\r`], [key.slice(0, 7), `${key.slice(7)}\r`]]) {
		const desk = new Desk().type(name, ...bursts);
		assert.equal(desk.refused, 1);
		assert.deepEqual(desk.lines, []);
		assert.ok(!desk.output.written.includes(key.slice(7, 20)), desk.output.written);
	}
});

test('after a refused key the next line counts', () => {
	const desk = new Desk().type(name, key, '\r', 'ada\r');
	assert.deepEqual(desk.lines, ['ada']);
	assert.deepEqual(desk.type(name, '\r').lines, ['ada', '']);
});

test('nothing of a secret is echoed', () => {
	const desk = new Desk().type(secret, `x\u007F${key}`, '\r');
	assert.deepEqual(desk.lines, [key]);
	assert.equal(desk.output.written, 'Key: \n');
});

test('a secret that was pasted in several lines is one secret', () => {
	const desk = new Desk().type(secret, `${key.slice(0, 32)}\r${key.slice(32)}\r`);
	assert.deepEqual(desk.lines, [`${key.slice(0, 32)}\n${key.slice(32)}`]);
});

test('what was typed behind a whole secret is not part of it', () => {
	const desk = new Desk().type(secret, `${key}\rnext`);
	assert.deepEqual(desk.lines, [key]);
	assert.deepEqual(desk.type(name, '\r').lines, [key, 'next']);
});

test('a short secret ends at its Enter when the rest was typed at another time', () => {
	const desk = new Desk();
	desk.typedAhead.add('short\r');
	desk.typedAhead.add('next\r');
	desk.editor.ask(secret);
	assert.deepEqual(desk.lines, ['short']);
});

test('what is typed ahead is echoed when a line is asked for', () => {
	const desk = new Desk();
	desk.typedAhead.add('ada\rgra');
	assert.equal(desk.output.written, '');
	desk.editor.ask(name);
	desk.editor.ask(name);
	assert.deepEqual(desk.lines, ['ada']);
	assert.equal(desk.output.written, 'Name: ada\nName: gra');
});

test('an interrupted line goes on with what was typed of it', () => {
	const desk = new Desk().type(name, 'ad');
	desk.editor.interrupt();
	desk.type(name, 'a\r');
	assert.deepEqual(desk.lines, ['ada']);
	assert.equal(desk.output.written, 'Name: ad\nName: ada\n');
});

test('Ctrl-D leaves on an empty line only', () => {
	assert.equal(new Desk().type(name, 'a\u0004').ended, 0);
	assert.equal(new Desk().type(name, '\u0004').ended, 1);
});

test('invisible and bidirectional characters are taken out, composed forms are handed on', () => {
	assert.deepEqual(new Desk().type(name, 'a\u200B\u202Ee\u0301\tb\r').lines, ['aé b']);
});
