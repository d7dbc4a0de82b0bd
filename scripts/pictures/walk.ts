import type {Texts} from '../../source/text/texts.ts';
import {sampleUser} from '../../test/support/session-steps.ts';
import type {Sandbox} from '../../test/support/sandbox.ts';
import type {TerminalSession} from '../../test/support/terminal.ts';

/** A session that is led somewhere, in any language and any window. */
export interface Played {
	readonly terminal: TerminalSession;
	readonly sandbox: Sandbox;
	readonly texts: Texts;
}

/** Goes to the list of users, on the sample user. */
export async function toUser({terminal}: Played): Promise<void> {
	await terminal.waitFor(/❯ IBM/);
	terminal.press('down');
	await terminal.waitFor(/❯ \S*infra\.admin/);
}

/** Goes to the API key, with a key in its field: the right one by default. */
export async function toKey(played: Played, key = played.sandbox.keyOf(sampleUser)): Promise<void> {
	const {terminal} = played;
	await toUser(played);
	terminal.press('enter');
	await terminal.waitFor(/✔ .*infra[\s\S]*❯ \S/);
	terminal.paste(key);
	await terminal.waitFor('❯ 64 ');
}

/** Goes to a list of scopes after the key: the regions, or the resource groups. */
export async function toScopes(
	played: Played,
	question: 'region.question' | 'group.question' = 'region.question',
	key?: string,
): Promise<void> {
	const {terminal, texts} = played;
	await toKey(played, key);
	terminal.press('enter');
	await terminal.waitFor(texts.text(question));
	await terminal.waitFor('❯ ◯');
	if (key === undefined) {
		// The result of the pair check appears behind the fingerprint, sooner or later.
		await terminal.waitFor(/✔ .* [0-9a-f]{8}, /);
	}
}

/** Marks the first region and the one this many rows below. */
export async function markTwo({terminal}: Played, below: number): Promise<void> {
	terminal.press('space');
	await terminal.waitFor('❯ ◉');
	for (let row = 0; row < below; row++) {
		const before = terminal.text();
		terminal.press('down');
		// oxlint-disable-next-line no-await-in-loop -- one row after the other
		await terminal.waitFor((session) => session.text() !== before);
	}

	terminal.press('space');
	await terminal.waitFor('❯ ◉');
}

/** Presses Enter and waits for the review of what is highlighted or marked. */
export async function review({terminal, texts}: Played): Promise<void> {
	terminal.press('enter');
	await terminal.waitFor(offers(texts));
}

/** Goes to the review of one scope. */
export async function toReview(played: Played): Promise<void> {
	await toScopes(played);
	await review(played);
}

/** Shows a review that does not fit to its end, and applies it. */
export async function apply({terminal, texts}: Played): Promise<void> {
	const entry = `❯ ${texts.text('action.apply')}`;
	while (!terminal.text().includes(entry)) {
		const before = terminal.text();
		terminal.press('enter');
		// oxlint-disable-next-line no-await-in-loop -- one part after the other
		await terminal.waitFor((session) => session.text() !== before);
		// oxlint-disable-next-line no-await-in-loop
		await terminal.waitFor(offers(texts));
	}

	terminal.press('enter');
	await terminal.waitFor((session) => !session.text().includes(entry));
}

/** Returns what a complete review has under its cursor. */
function offers(texts: Texts): RegExp {
	const rest = texts.text('ui.showRest', {number: 1, count: 2}).replace(/ \(.*/, '');
	return new RegExp(`❯ (?:${texts.text('action.apply')}|${rest})`);
}
