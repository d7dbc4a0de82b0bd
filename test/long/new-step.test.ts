import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {cpSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {promisify} from 'node:util';
import {scratchDirectory} from '../support/scratch.ts';
import {root} from '../repository/lint.ts';

// A new question takes one file, one line in the list, and its texts: all else follows. Tried in a copy.

const run = promisify(execFile);
const copy = path.join(scratchDirectory(), 'copy');
// The program that a sandbox starts; the variable is read when the sandbox is loaded.
process.env['CLASSIC_CREDENTIALS_TEST_PROGRAM'] = path.join(copy, 'dist/cli.js');

const step = `import {links} from '../../ibmcloud/facts/links.ts';
import {message} from '../../text/message.ts';
import type {Step} from '../step.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		readonly ticket: string;
	}
}

export const ticketStep: Step<'ticket'> = {
	id: 'ticket',
	title: message('ticketNumber.title'),
	changeLabel: message('ticketNumber.change'),
	page: links.classicCredentials,
	flag: {
		name: 'ticket-number',
		placeholder: 'NUMBER',
		description: 'The number of the change ticket.',
		completes: ['CHG1', 'CHG2'],
		read: ([text = '']) =>
			text.startsWith('CHG') ? {ok: true, value: text} : {ok: false, reason: message('ticketNumber.wrong')},
	},
	isNeeded: () => true,
	question: () => ({
		kind: 'text',
		title: message('ticketNumber.question'),
		hints: [],
		warnings: [],
		actions: [],
		initial: '',
		validate: () => undefined,
	}),
	take: (reply) => (reply.kind === 'text' ? {value: reply.text, source: 'typed'} : undefined),
	describe: (value) => message('value.plain', {value}),
};
`;

const texts = {
	'short.ticket': 'ticket',
	'ticketNumber.title': 'Ticket number',
	'ticketNumber.change': 'Change the ticket number',
	'ticketNumber.question': 'Which change ticket is this?',
	'ticketNumber.wrong': 'That is no number of a ticket.',
	...Object.fromEntries(
		['what', 'why', 'where', 'wrong', 'example'].map((part) => [`help.ticket.${part}`, `Help: ${part}.`]),
	),
};

/** Edits a file of the copy; fails unless the text to replace is in it. */
function edit(file: string, from: string, to: string): void {
	const place = path.join(copy, file);
	const text = readFileSync(place, 'utf8');
	assert.ok(text.includes(from), `${file}: ${from}`);
	writeFileSync(
		place,
		text.replace(from, () => to),
	);
}

async function compile(): Promise<unknown> {
	return run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '--noEmit'], {cwd: copy});
}

before(async () => {
	for (const name of ['source', 'scripts', 'cli.tsx', 'one-file.ts', 'package.json', 'package-lock.json']) {
		cpSync(path.join(root, name), path.join(copy, name), {recursive: true});
	}

	const {compilerOptions} = JSON.parse(readFileSync(path.join(root, 'tsconfig.json'), 'utf8')) as object & {
		readonly compilerOptions: object;
	};
	writeFileSync(
		path.join(copy, 'tsconfig.json'),
		JSON.stringify({compilerOptions, include: ['cli.tsx', 'one-file.ts', 'source']}),
	);
	symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
	writeFileSync(path.join(copy, 'source/wizard/steps/ticket.ts'), step);
	edit('source/wizard/steps/list.ts', '] as const', '\tticketStep,\n] as const');
	edit(
		'source/wizard/steps/list.ts',
		'import {regionStep}',
		"import {ticketStep} from './ticket.ts';\nimport {regionStep}",
	);
	const lines = Object.entries(texts).map(([key, text]) => `\t'${key}': '${text}',\n`);
	for (const language of ['english', 'german']) {
		edit(`source/text/languages/${language}.ts`, "\t'usage.", `${lines.join('')}\t'usage.`);
	}

	await run(process.execPath, ['scripts/build.ts'], {cwd: copy});
});

after(() => {
	rmSync(copy, {recursive: true, force: true});
});

const user = '1234567_first.last@example.com';
const useful = ['--infrastructure-username', user, '--region', 'us-south'];

test('it compiles: no other file has to know it', async () => {
	await compile();
});

test('without its texts in English, the compiler names each of them', async () => {
	const file = path.join(copy, 'source/text/languages/english.ts');
	const text = readFileSync(file, 'utf8');
	writeFileSync(file, text.replaceAll(/^\t'help\.ticket\..*\n/gmu, ''));
	try {
		const {stdout} = await compile().then(
			() => ({stdout: ''}),
			(error: unknown) => error as {readonly stdout: string},
		);
		for (const part of ['what', 'why', 'where', 'wrong', 'example']) {
			assert.match(stdout, new RegExp(`help-lines.*\\n.*'"help\\.ticket\\.${part}"' is not assignable`));
			assert.match(
				stdout,
				new RegExp(`german.*key: "help\\.ticket\\.${part}"; readonly isNot: "in English"`),
			);
		}
	} finally {
		writeFileSync(file, text);
	}
});

test('its flag is in the help, in the completion, and in the metadata of the plug-in', async () => {
	const {Sandbox} = await import('../support/sandbox.ts');
	using sandbox = new Sandbox();
	for (const args of [['--help'], ['unset', '--help']]) {
		const {stdout} = await sandbox.run(args);
		assert.match(stdout, /--ticket-number NUMBER\s+The number of the change ticket\./);
	}

	const completed = await sandbox.run(['__complete'], {input: '--ticket-number\nC\n'});
	assert.equal(completed.stdout, 'CHG1\nCHG2\n');
	const {stdout: options} = await sandbox.run(['__complete'], {input: '--tick\n'});
	assert.match(options, /^--ticket-number\t/);

	const {stdout: metadata} = await sandbox.run(['SendMetadata']);
	assert.match(metadata, /"ticket-number"/);
});

test('where nothing can be asked it is missing; what its text becomes, it says itself', async () => {
	const {Sandbox} = await import('../support/sandbox.ts');
	using sandbox = new Sandbox();
	const missing = await sandbox.run([...useful, '--force']);
	assert.equal(missing.exitCode, 2);
	assert.match(missing.stderr, /--ticket-number NUMBER/);
	const wrong = await sandbox.run([...useful, '--force', '--ticket-number', '7']);
	assert.equal(wrong.exitCode, 2);
	assert.match(wrong.stderr, /no number of a ticket/);
});

test('in a terminal it is asked, explained, and can be changed on the review', async () => {
	const {Sandbox} = await import('../support/sandbox.ts');
	using sandbox = new Sandbox();
	const key = sandbox.write('key', sandbox.keyOf(user));
	await using terminal = await sandbox.open([...useful, '--infrastructure-api-key', `@${key}`], {rows: 50});
	await terminal.waitFor('Which change ticket is this?');
	terminal.type('?');
	await terminal.waitFor('Help: what.');
	terminal.press('escape');
	await terminal.waitFor('Which change ticket is this?');
	terminal.type('CHG7');
	terminal.press('enter');
	await terminal.waitFor('Change the ticket number');
});
