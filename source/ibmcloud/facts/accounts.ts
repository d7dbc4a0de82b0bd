/**
 * Classic account numbers and infrastructure usernames. A username is usually `<number>_<email>` (documented:
 * page on classic infrastructure API keys), but old ones look like `IBM278444` or anything else.
 */

/** Returns the part before the first `_` if it is a classic account number (five to nine digits). */
export function accountNumberOf(username: string): string | undefined {
	return /^(\d{5,9})_./u.exec(username)?.[1];
}

/** Reports whether a text has the form of a classic account number (inferred from those that were seen). */
export function isAccountNumber(text: string): boolean {
	return /^\d{4,12}$/u.test(text);
}

/** Reports whether a text has a usual form. A hint: the documentation shows a username without a number. */
export function looksLikeInfrastructureUsername(text: string): boolean {
	return /^\d{5,9}_[^\s@]+@[^\s@]+$/u.test(text) || /^(?:IBM|SL)\d+$/u.test(text);
}
