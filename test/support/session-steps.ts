import type {Sandbox} from './sandbox.ts';
import type {TerminalSession} from './terminal.ts';

/** The sample user of the simulated account. */
export const sampleUser = '1234567_infra.admin@example.com';

interface SessionAnswers {
	/** Typed into the filter until one user is left. */
	readonly filter?: string;
	readonly key: string;
}

/** Answers user, key and region as an operator does, and waits until the review offers to apply. */
export async function toReview(
	terminal: TerminalSession,
	{filter = 'infra.adm', key}: SessionAnswers,
): Promise<void> {
	await toRegion(terminal, {filter, key});
	terminal.press('enter');
	await terminal.waitFor('❯ Apply');
}

/** Goes down to an entry, and chooses it. */
export async function chooseEntry(terminal: TerminalSession, label: string): Promise<void> {
	// Only the selected row shows that a key has arrived: a redraw changes others.
	const selected = (): string => /^.*❯.*$/mu.exec(terminal.text())?.[0] ?? '';
	while (!selected().includes(`❯ ${label}`)) {
		const before = selected();
		terminal.press('down');
		// oxlint-disable-next-line no-await-in-loop -- one row after the other
		await terminal.waitFor(() => selected() !== before);
	}

	terminal.press('enter');
}

/** Answers user and key, and waits for the region. */
export async function toRegion(
	terminal: TerminalSession,
	{filter = 'infra.adm', key}: SessionAnswers,
): Promise<void> {
	await toKey(terminal, filter);
	await giveKey(terminal, key);
	await terminal.waitFor('In which region?');
}

/** Pastes the key, and goes on once its field holds it. */
export async function giveKey(terminal: TerminalSession, key: string): Promise<void> {
	terminal.paste(key);
	await terminal.waitFor(/characters?, fingerprint/);
	terminal.press('enter');
}

/** Chooses a user, and waits for the key. */
export async function toKey(terminal: TerminalSession, filter = 'infra.adm'): Promise<void> {
	await terminal.waitFor('Which infrastructure user');
	await chooseByFilter(terminal, filter);
	await terminal.waitFor('API key of');
}

/** Filters a list until one row is left, and chooses it. */
export async function chooseByFilter(terminal: TerminalSession, filter: string): Promise<void> {
	terminal.type(filter);
	await terminal.waitFor(/ 1 of \d+/);
	terminal.press('enter');
}

/** Leaves from wherever the session is. */
export async function leave(terminal: TerminalSession): Promise<void> {
	terminal.press('ctrl-c');
	terminal.press('ctrl-c');
	await terminal.waitForExit();
}

/** Returns the flags of a complete run without a terminal, but for `--force`. */
export function completeFlags(sandbox: Sandbox, username = sampleUser): string[] {
	const key = sandbox.write('key', `${sandbox.keyOf(username)}\n`);
	return ['--infrastructure-username', username, '--infrastructure-api-key', `@${key}`];
}

export const regions = ['us-south', 'us-east', 'eu-de', 'eu-gb', 'jp-tok', 'jp-osa', 'au-syd'];
export const groups = ['default', 'infra', 'team-a'];

/** The flags that name all 21 scopes of the simulated account. */
export const everywhere = [
	...regions.map((region) => `--region=${region}`),
	...groups.map((group) => `--resource-group=${group}`),
];
