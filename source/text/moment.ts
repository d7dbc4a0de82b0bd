/** A moment in the form that everybody reads alike, to the minute: `2026-11-25 13:00 UTC`. */
export function momentText(time: number | string): string {
	return `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
