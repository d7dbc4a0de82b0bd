/** Formats a time to the minute, the same in every language: `2026-11-25 13:00 UTC`. */
export function momentText(time: number | string): string {
	return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
