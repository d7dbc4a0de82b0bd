/** Whether a text is a page and not what the CLI prints: that of a portal comes with exit code 0, too, and may hold anything. */
export function isPage(text: string): boolean {
	return /<[!/?]/u.test(text);
}
