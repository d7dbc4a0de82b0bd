import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {chmodSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {Sandbox} from '../support/sandbox.ts';
import {openTerminal} from '../support/terminal.ts';

// The real shells, in which Tab is pressed: each breaks words in its own way.

const shells = {
	bash: {args: ['--norc', '-i'], load: '. ./script'},
	zsh: {args: ['-f', '-i'], load: 'autoload -U compinit; compinit -u -D; . ./script'},
	fish: {args: ['--no-config', '-i'], load: 'source ./script'},
} as const;

/** What is typed before Tab, and the line afterwards. */
const lines = [
	['--via=c', '--via=cli'],
	['--via c', '--via cli'],
	['--region=us-s', '--region=us-south'],
	['status --region jp-o', 'status --region jp-osa'],
	['--demo=or', '--demo=orphan-risk'],
	['--infrastructure-api-key @ke', '--infrastructure-api-key @key.txt'],
	['--infrastructure-api-key @fold/ke', '--infrastructure-api-key @fold/key.txt'],
	['--report ke', '--report key.txt'],
	['status --expect @ke', 'status --expect @key.txt'],
	['--report=ke', '--report=key.txt'],
	['--infrastructure-api-key=@fold/ke', '--infrastructure-api-key=@fold/key.txt'],
	['status --expect=no', 'status --expect=none'],
	['history --report key.txt --run 2 --qu', 'history --report key.txt --run 2 --quiet'],
	['-g x --fo', '-g x --force'],
	['-g status --fo', '-g status --force'],
	['-q sta', '-q status'],
	['--accessible se', '--accessible setup'],
	['--output=json sta', '--output=json status'],
	['uns', 'unset'],
	['status -g x --al', 'status -g x --all'],
	['completion z', 'completion zsh'],
	['--locale=d', '--locale=de'],
] as const;

/** What Tab leaves unchanged: the command that would follow does not take the option before it. */
const refused = ['--accessible sta', '-f sta', '--via api sta', '--dry-run do', '-q compl'] as const;

for (const [shell, {args, load}] of Object.entries(shells)) {
	const isThere = spawnSync(shell, ['-c', 'true']).status === 0;
	test(
		`${shell} completes commands, options, values and files`,
		{skip: isThere ? false : 'not installed'},
		async () => {
			using sandbox = new Sandbox();
			const {stdout} = await sandbox.run(['completion', shell]);
			sandbox.write('script', stdout);
			sandbox.write('key.txt', '');
			// The scripts ask the program.
			chmodSync(
				sandbox.write(
					'bin/classic-credentials',
					`#!/bin/sh\necho "$@" >> asked\nexec ${sandbox.command} "$@"\n`,
				),
				0o755,
			);
			sandbox.paste('mkdir fold; touch fold/key.txt');
			await using terminal = await openTerminal({
				command: shell,
				args,
				columns: 160,
				rows: 50,
				directory: sandbox.directory,
				environment: {
					...sandbox.environment,
					TERM: 'xterm-256color',
					PATH: `${path.join(sandbox.directory, 'bin')}:${process.env['PATH'] ?? ''}`,
				},
			});
			// The shell joins the two parts when it runs this; the typed line never holds the whole word.
			terminal.type(`${load}; echo load''ed`);
			terminal.press('enter');
			await terminal.waitFor('loaded');
			for (const [typed, expected] of lines) {
				terminal.type(`classic-credentials ${typed}`);
				terminal.press('tab');
				await terminal.waitFor(`classic-credentials ${expected}`);
				terminal.press('ctrl-u');
				await terminal.waitFor((screen) => !screen.text().includes(expected));
			}

			for (const typed of refused) {
				terminal.type(`classic-credentials ${typed}`);
				terminal.press('tab');
				terminal.type('%');
				await terminal.waitFor(`classic-credentials ${typed}%`);
				terminal.press('ctrl-u');
				await terminal.waitFor((screen) => !screen.text().includes(`${typed}%`));
			}

			terminal.type('classic-credentials completion ');
			terminal.press('tab', 'tab');
			await terminal.waitFor('fish');
			assert.doesNotMatch(terminal.text(), /--help|--locale/);
			terminal.press('ctrl-u');
			terminal.type('classic-credentials -');
			terminal.press('tab', 'tab');
			await terminal.waitFor((screen) =>
				['-g', '-q', '--force', ...(shell === 'zsh' ? ['draw nothing: for screen'] : [])].every((shown) =>
					screen.text().includes(shown),
				),
			);
			// Typed words may be a key, so they are never arguments.
			assert.deepEqual(
				new Set(readFileSync(path.join(sandbox.directory, 'asked'), 'utf8').trim().split('\n')),
				new Set(['__complete']),
			);
		},
	);
}

test('what could not be printed is not status 0', async () => {
	using sandbox = new Sandbox();
	const said = sandbox.paste(`${sandbox.command} completion bash > /dev/full; echo "status $?"`);
	assert.match(said, /status 1/);
});
