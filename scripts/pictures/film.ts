import {sampleUser as user} from '../../test/support/session-steps.ts';
import {renderFilm, type Frame} from '../../test/support/picture.ts';
import {Sandbox} from '../../test/support/sandbox.ts';
import {tidy} from './tidy.ts';

/** Films a whole real session in some ten seconds: each screen stays as long as it takes to read. */
export async function takeFilm(): Promise<string> {
	using sandbox = new Sandbox();
	await using terminal = await sandbox.open(['--demo'], {columns: 80, rows: 24});
	const frames: Frame[] = [];
	const keep = (seconds: number): void => {
		frames.push({rows: tidy(terminal).cells(), cursor: terminal.cursor(), seconds});
	};

	await terminal.waitFor('1234567_infra.admin');
	keep(1.5);
	for (const part of ['in', 'fra']) {
		terminal.type(part);
		// oxlint-disable-next-line no-await-in-loop -- as it is typed
		await terminal.waitFor(new RegExp(`${part} {2}\\d of \\d+`));
		keep(0.4);
	}

	terminal.press('enter');
	await terminal.waitFor('API key of');
	keep(1.2);
	terminal.paste(sandbox.keyOf(user));
	await terminal.waitFor('64 characters');
	keep(0.8);
	terminal.press('enter');
	await terminal.waitFor(/accepted by[\s\S]*In which region[\s\S]*❯ ◯/);
	keep(1.2);
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
	keep(2);
	terminal.press('enter');
	await terminal.waitForExit();
	keep(3);
	return renderFilm(frames, terminal.columns, 'classic-credentials --demo');
}
