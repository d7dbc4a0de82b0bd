import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import stringWidth from 'string-width';
import type {MessageKey, ValuesOf} from '../../source/text/catalogue.ts';
import {languageTags, loadTexts} from '../../source/text/texts.ts';
import {Sandbox} from '../support/sandbox.ts';
import type {TerminalSession} from '../support/terminal.ts';
import {unicodeUsers, withMoreUsers} from '../support/users.ts';

const columns = 40;
const user = '1234567_tanaka@example.jp';

suite('the guided session in 40 columns, with a list of Japanese users', () => {
	for (const tag of languageTags) {
		test(`speaks ${tag} from the first to the last step, and nothing is too wide`, async () => {
			const texts = await loadTexts(tag);
			using sandbox = new Sandbox({services: withMoreUsers(unicodeUsers)});
			await using terminal = await sandbox.open(['--locale', tag], {columns, rows: 24});
			const sees = async <Key extends MessageKey>(key: Key, ...values: ValuesOf<Key>): Promise<void> => {
				await terminal.waitFor((session) => oneLine(session.text()).includes(texts.text(key, ...values)));
			};

			await sees('user.question');
			terminal.write('田中');
			await terminal.waitFor('❯ ');
			await terminal.waitFor((session) => session.screen().some((row) => /^❯.*田中/.test(row)));
			terminal.press('enter');
			await sees('ui.secret.empty');
			terminal.paste(sandbox.keyOf(user));
			await terminal.waitFor(/64 \p{L}+/u);
			terminal.press('enter');
			await sees('region.question');
			terminal.type('?');
			await sees('ui.key.close');
			await sees('help.region.example');
			terminal.press('escape');
			await sees('region.question');
			terminal.press('enter');
			await showAll(terminal, texts.text('action.apply'));
			terminal.press('enter');
			const {exitCode} = await terminal.waitForExit();

			assert.equal(exitCode, 0, terminal.text());
			assert.equal(sandbox.credential('us-south'), user);
			assert.ok(
				oneLine(terminal.scrollback().join('\n')).includes(texts.text('end.verified', {count: 1})),
				terminal.text(),
			);
			// The last column stays free: what stands in it was too wide.
			for (const frame of [...terminal.frames(), terminal.scrollback().join('\n')]) {
				const wide = frame.split('\n').filter((row) => stringWidth(row) >= columns);
				assert.deepEqual(wide, [], frame);
			}
		});
	}
});

test('the language is that of the CLI, unless the flag names another one', async () => {
	using sandbox = new Sandbox({scenario: 'german'});
	const german = await sandbox.run(['status']);
	assert.match(german.stdout, /^ {2}Bereich +Infrastrukturbenutzer/m);
	const english = await sandbox.run(['status', '--locale', 'en']);
	assert.match(english.stdout, /^ {2}scope +infrastructure user/m);
});

test('without a setting of the CLI, the language is that of the environment', async () => {
	using sandbox = new Sandbox({environment: {LC_ALL: 'de_DE.UTF-8'}});
	const {stderr, exitCode} = await sandbox.run(['setup', '--regoin']);
	assert.equal(exitCode, 2);
	assert.match(stderr, /Eine Option '--regoin' gibt es nicht/);
});

/** A review that does not fit is shown in parts; goes on until this can be chosen. */
async function showAll(terminal: TerminalSession, action: string): Promise<void> {
	const isThere = (session: TerminalSession): boolean => session.text().includes(`❯ ${action}`);
	for (let part = 0; part < 8 && !isThere(terminal); part++) {
		// oxlint-disable-next-line no-await-in-loop
		await terminal.waitFor((session) => isThere(session) || /❯ .*\(\d+\/\d+\)/.test(session.text()));
		if (!isThere(terminal)) {
			const before = terminal.text();
			terminal.press('enter');
			// oxlint-disable-next-line no-await-in-loop
			await terminal.waitFor((session) => session.text() !== before);
		}
	}

	await terminal.waitFor(isThere);
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, ' ');
}
