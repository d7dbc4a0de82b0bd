import type {JournalEntry} from '../../source/plan/journal-entry.ts';

/** A line of a journal; by default the beginning of a first credential. */
export function line(more: Partial<JournalEntry> = {}): JournalEntry {
	return {
		version: 1,
		run: 'run',
		pid: 1,
		time: '2026-01-01T00:00:00.000Z',
		event: 'begin',
		change: 'set',
		account: {id: 'account-1', name: 'Example Account'},
		group: {id: 'group-1', name: 'default'},
		region: 'us-south',
		before: null,
		after: '1234567_jane@example.com',
		writer: 'cli',
		...more,
	};
}

/** The lines of a run as text. */
export function textOf(lines: readonly JournalEntry[]): string {
	return lines.map((each) => `${JSON.stringify(each)}\n`).join('');
}
