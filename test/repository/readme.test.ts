import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {helpText} from '../../source/commands/help/layout.ts';
import {commands} from '../../source/commands/list.ts';
import {exitStatus} from '../../source/plan/status.ts';
import {root} from './lint.ts';
import {rowsOf} from './documents.ts';

/*
The README is written by hand. Its flags and exit statuses are compared with the help of every command, which
is made from the definitions that parse the flags.
*/

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

/** Returns the lines of a section of a help. */
function sectionOf(help: string, heading: string): string[] {
	const [, after = ''] = help.split(`\n${heading}:\n`);
	return (after.split('\n\n')[0] ?? '').split('\n').map((line) => line.trim());
}

/** Returns the commands that have each option, as the help writes it. */
function optionsInHelp(): Map<string, string[]> {
	const options = new Map<string, string[]>();
	for (const command of commands) {
		const {name} = command;
		const text = helpText(command, Infinity);
		const sections = ['OPTIONS', 'OTHER OPTIONS'].flatMap((heading) => sectionOf(text, heading));
		for (const line of sections.filter((one) => one.startsWith('-'))) {
			const [flag = ''] = line.split(/ {2,}/);
			options.set(flag, [...(options.get(flag) ?? []), name]);
		}
	}

	return options;
}

test('the README names every option of every command, and no other', () => {
	const all = commands.map(({name}) => name).join(', ');
	const expected = [...optionsInHelp()].map(([flag, names]) => `${flag}: ${names.join(', ')}`);
	const documented = rowsOf(readme, '### Options').map(
		([flag = '', names = '']) => `${flag}: ${names === 'all' ? all : names}`,
	);
	assert.ok(expected.length > 10);
	assert.deepEqual(documented.toSorted(), expected.toSorted());
});

test('the README names every exit status, and no other; so does the help', () => {
	const known = Object.values(exitStatus).map(String);
	const documented = rowsOf(readme, '### Exit status').flatMap(([codes = '']) => codes.split(', '));
	assert.deepEqual(documented, known);

	const [setup] = commands;
	assert.ok(setup !== undefined);
	const helped = sectionOf(helpText(setup, Infinity), 'EXIT STATUS').flatMap((line) =>
		(line.split(/ {2,}/)[0] ?? '').split(', '),
	);
	assert.deepEqual(helped, known);
});

test('the README shows every command', () => {
	const unnamed = commands.filter(
		({name}) => name !== 'setup' && !readme.includes(`classic-credentials ${name}`),
	);
	assert.deepEqual(
		unnamed.map(({name}) => name),
		[],
	);
});
