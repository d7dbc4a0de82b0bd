import assert from 'node:assert/strict';
import {afterEach, test} from 'node:test';
import type {ReactNode} from 'react';
import {cleanup, render} from 'ink-testing-library';
import {Body} from '../../../source/frontends/ink/components/body.tsx';
import {ListField} from '../../../source/frontends/fields/list.ts';
import {OptionRows} from '../../../source/frontends/ink/components/option-rows.tsx';
import {Rows} from '../../../source/frontends/ink/components/rows.tsx';
import {BodySizeContext, InterfaceContext, makeInterface} from '../../../source/frontends/ink/interface.ts';
import type {Binding, Trigger} from '../../../source/frontends/ink/key-map.ts';
import {wrapLines} from '../../../source/frontends/ink/layout/wrap.ts';
import {englishTexts} from '../../../source/text/texts.ts';
import {StagedSession, say} from '../../support/staged-session.ts';
import {chooseOne, option} from './questions.ts';

afterEach(() => {
	cleanup();
});

function drawn(component: ReactNode, environment: Record<string, string> = {}): string {
	const session = new StagedSession({kind: 'checks', checks: [], blocker: undefined});
	const {ui: value} = makeInterface(
		session,
		{texts: englishTexts, output: process.stdout, environment, lease: {discard() {}}},
		() => {},
	);
	const {lastFrame} = render(<InterfaceContext value={value}>{component}</InterfaceContext>);
	return lastFrame() ?? '';
}

function binding(key: Trigger, more: Partial<Binding> = {}): Binding {
	return {on: [key], label: 'ui.key.back', run() {}, ...more};
}

test('the line of keys lists what works, and leaves out first what people try anyway', () => {
	const bindings = [
		binding('enter'),
		binding('up', {isObvious: true}),
		binding('escape', {isEnabled: false}),
		binding('?'),
	];
	const line = (width: number, environment?: Record<string, string>): string =>
		drawn(
			<BodySizeContext value={{width, height: 9, top: 0}}>
				<Body keys={{bindings}} />
			</BodySizeContext>,
			environment,
		);
	assert.equal(line(60), 'Enter back · ↑↓ back · ? back');
	assert.equal(line(25), 'Enter back · ? back');
	assert.equal(line(5), 'Enter back');
	assert.equal(line(60, {LC_ALL: 'C'}), 'Enter back | Up/Down back | ? back');
});

test('an option is one row: notes before details, wide characters aligned', () => {
	const options = [
		['ada', 'Ada Lovelace', 'no key'],
		['hanako.yam', '山田 花子', 'no key'],
		['jose', 'José García Mar', 'status Disabled'],
		['x', 'A long name', 'a note that is quite long too'],
	].map(([label = '', name = '', note = '']) => option(label, [name], {notes: [say(note)]}));
	const field = new ListField(chooseOne({options}));
	const rows = drawn(<OptionRows field={field} top={0} height={4} width={45} />);
	assert.deepEqual(rows.split('\n'), [
		'❯ ada         Ada Lovelace     no key',
		'  hanako.yam  山田 花子        no key',
		'  jose        José García M…  status Disabled',
		'  x           a note that is quite long too',
	]);
});

test('a line that is wrapped keeps its sign and its margin', () => {
	const rows = wrapLines([{mark: 'bad', indent: 0, spans: [{text: 'one two three', tone: 'plain'}]}], 9);
	assert.equal(drawn(<Rows rows={rows} />), '✖ one two\n  three');
});

test('what is waited for turns, also where its line is broken, and nothing else does', () => {
	const text = 'one two three';
	const lines = [
		{mark: 'running', indent: 0, spans: [{text, tone: 'plain'}], startedAt: 0},
		{mark: 'running', indent: 0, spans: [{text, tone: 'plain'}]},
	] as const;
	assert.match(
		drawn(<Rows rows={wrapLines(lines, 18)} />),
		/^⠋ one two\n {2}three \([\d,]+ s\)\n● one two three$/,
	);
});

test('an address that does not fit has its rows to itself, and each of them opens all of it', () => {
	const address = 'https://cloud.example.com/docs/containers?topic=containers-classic';
	const line = {mark: 'none', indent: 1, spans: [{text: address, tone: 'name', link: address}]} as const;
	const rows = wrapLines([line], 39);
	assert.deepEqual(
		rows.map(({margin, spans}) => [margin, spans.map(({text}) => text)]),
		[
			[0, [address.slice(0, 39)]],
			[0, [address.slice(39)]],
		],
	);
	assert.equal(wrapLines([line], 79)[0]?.margin, 2);
	assert.equal(drawn(<Rows rows={rows} />), `${address.slice(0, 39)}\n${address.slice(39)}`);
	const opened = drawn(<Rows rows={rows} />, {FORCE_HYPERLINK: '1'}).matchAll(
		/\u001B\]8;id=1;([^\u0007]+)\u0007([^\u001B]+)\u001B\]8;;\u0007/gu,
	);
	assert.deepEqual(
		[...opened].map(([, to, text]) => [to, text]),
		[
			[address, address.slice(0, 39)],
			[address, address.slice(39)],
		],
	);
});
