import {chooseEntry, giveKey} from './session-steps.ts';
import type {Sandbox} from './sandbox.ts';
import type {TerminalSession} from './terminal.ts';

/** What an operator wants, whichever frontend runs the session. */
export interface Wish {
	readonly username: string;
	/** Whether the username is in the list; otherwise it is typed. */
	readonly isListed: boolean;
	readonly key: string;
	readonly regions: readonly string[];
	/** Further flags, the same for every frontend. */
	readonly flags?: readonly string[];
	/** Typed where the account's name is asked for. */
	readonly account?: string;
	/** Whether the operator finishes after a failure instead of trying again. */
	readonly finishes?: boolean;
	readonly isDryRun?: boolean;
}

/** One way to run a session; `run` returns the exit status. */
export interface Frontend {
	readonly name: string;
	readonly run: (sandbox: Sandbox, wish: Wish) => Promise<number | null | undefined>;
}

/** The frontends; the non-interactive one also with its document. */
export const frontends: readonly Frontend[] = [
	{name: 'Ink', run: runInk},
	{name: 'line mode', run: runLineMode},
	{name: 'non-interactive', run: async (sandbox, wish) => runNonInteractive(sandbox, wish, [])},
	{name: 'JSON', run: async (sandbox, wish) => runNonInteractive(sandbox, wish, ['--output', 'json'])},
];

const dryRun = (wish: Wish): readonly string[] => (wish.isDryRun === true ? ['--dry-run'] : []);

async function runInk(sandbox: Sandbox, wish: Wish): Promise<number | undefined> {
	await using terminal = await sandbox.open([...(wish.flags ?? []), ...dryRun(wish)]);
	await terminal.waitFor('Which infrastructure user');
	terminal.type(wish.username);
	await terminal.waitFor(wish.isListed ? / 1 of \d+/ : `Use “${wish.username}” as typed`);
	if (!wish.isListed) {
		terminal.press('end');
	}

	terminal.press('enter');
	await terminal.waitFor('API key of');
	await giveKey(terminal, wish.key);
	await terminal.waitFor('In which region?');
	for (const region of wish.regions) {
		terminal.type(region);
		await terminal.waitFor(/ 1 of \d+/);
		terminal.press('space');
		await terminal.waitFor(/◉|\[x\]/);
		terminal.press('escape');
		await terminal.waitFor(/jp-osa[\s\S]*au-syd/);
	}

	terminal.press('enter');
	await readReview(terminal, wish.isDryRun === true ? 'End the dry run' : 'Apply');
	terminal.press('enter');
	if (wish.account !== undefined) {
		await terminal.waitFor(/Type \d+ to confirm/u);
		terminal.type(wish.account);
		terminal.press('enter');
	}

	if (wish.finishes === true) {
		await terminal.waitFor(/❯ (Enter the API key again|Try the failed)/);
		await chooseEntry(terminal, 'Finish');
	}

	return (await terminal.waitForExit()).exitCode;
}

/** Goes through the parts of a review until its first action is the wanted one. */
async function readReview(terminal: TerminalSession, action: string): Promise<void> {
	const offered = (): string => /❯ (.*)/.exec(terminal.text())?.[1] ?? '';
	const offers = (): boolean => offered().startsWith(action) || offered().startsWith('Show the rest');
	await terminal.waitFor(offers);
	while (!offered().startsWith(action)) {
		const before = terminal.text();
		terminal.press('enter');
		await terminal.waitFor(() => terminal.text() !== before && offers());
	}
}

async function runLineMode(sandbox: Sandbox, wish: Wish): Promise<number | undefined> {
	await using terminal = await sandbox.open([...(wish.flags ?? []), ...dryRun(wish), '--accessible'], {
		rows: 60,
	});
	const answer = async (prompt: string | RegExp, text: string): Promise<void> => {
		await terminal.waitFor(prompt);
		terminal.type(text);
		terminal.press('enter');
	};
	await answer(/Which infrastructure user[\s\S]*: ?$/, wish.username);
	await answer(/\): ?$|: ?$/, '');
	await terminal.waitFor('not shown as you type');
	terminal.paste(wish.key, {bracketed: false});
	terminal.press('enter');
	await answer(/In which region[\s\S]*Enter takes/, wish.regions.join(' '));
	await answer(/1\. (Apply|End the dry run)[\s\S]*Number: ?$/, '1');
	if (wish.account !== undefined) {
		await answer(/Type \d+ to confirm[\s\S]*: ?$/, wish.account);
	}

	if (wish.finishes === true) {
		await terminal.waitFor(/(\d)\. Finish/);
		const [, number = ''] = [...terminal.text().matchAll(/(\d)\. Finish/g)].at(-1) ?? [];
		await answer(/Number: ?$/, number);
	}

	return (await terminal.waitForExit()).exitCode;
}

async function runNonInteractive(
	sandbox: Sandbox,
	wish: Wish,
	more: readonly string[],
): Promise<number | null> {
	const key = sandbox.write('key', wish.key);
	const {exitCode} = await sandbox.run([
		'--infrastructure-username',
		wish.username,
		'--infrastructure-api-key',
		`@${key}`,
		...wish.regions.flatMap((region) => ['--region', region]),
		...(wish.flags ?? []),
		...(wish.account === undefined ? [] : ['--replace-account', wish.account]),
		...(wish.isDryRun === true ? ['--dry-run'] : ['--force']),
		...more,
	]);
	return exitCode;
}
