/**
 * The classic account number of an infrastructure username: usernames are usually `<number>_<email>`
 * (documented: page on classic infrastructure API keys), but old ones look like `IBM278444` or anything else.
 */

/** Returns the part before the first `_` where it is a classic account number (five to nine digits). */
export function accountNumberOf(username: string): string | undefined {
	return /^(\d{5,9})_./u.exec(username)?.[1];
}

/** Returns whether a text has the form of a classic account number (inferred from those that were seen). */
export function isAccountNumber(text: string): boolean {
	return /^\d{4,12}$/u.test(text);
}

/** Returns whether the text has a usual form. Soft: the documentation shows a username without a number. */
export function looksLikeInfrastructureUsername(text: string): boolean {
	return /^\d{5,9}_[^\s@]+@[^\s@]+$/u.test(text) || /^(?:IBM|SL)\d+$/u.test(text);
}
