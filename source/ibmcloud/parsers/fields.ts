/**
 * Reading fields of JSON whose exact spelling is not documented: names are compared without case, `_` and `-`, and
 * every field may be missing, null or of another type.
 */

import {cleanLine} from '../../secrets/clean.ts';
import {isObject} from '../../secrets/json.ts';

/** The list that a command answered; `null` is an empty one (seen: `sl` prints what the API returned). */
export function listOf(value: unknown): readonly unknown[] | undefined {
	if (value === null) {
		return [];
	}

	return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

/** The first of the fields that is there and not null; names in order of trust. */
export function fieldOf(object: unknown, ...names: readonly string[]): unknown {
	if (!isObject(object)) {
		return undefined;
	}

	for (const name of names) {
		const value = object[name] ?? undefined;
		if (value !== undefined) {
			return value;
		}
	}

	const wanted = names.map((name) => plainName(name));
	return Object.entries(object).find(
		([key, value]) => value !== null && wanted.includes(plainName(key)),
	)?.[1];
}

/** A field as one clean line; empty where it is missing or neither text nor a number. */
export function textOf(object: unknown, ...names: readonly string[]): string {
	const value = fieldOf(object, ...names);
	if (Number.isFinite(value)) {
		return String(value);
	}

	return typeof value === 'string' ? cleanLine(value) : '';
}

/** A field as a whole number that is not negative; a number written as text counts. */
export function countOf(object: unknown, ...names: readonly string[]): number | undefined {
	const value = fieldOf(object, ...names);
	const count = typeof value === 'string' && /^\d{1,15}$/u.test(value.trim()) ? Number(value) : value;
	return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/**
 * A username as the server knows it, or undefined where it cannot be shown as it is: it is what will be sent, so it
 * must not be changed by cleaning. Blanks around it are not part of it.
 */
export function usernameOf(value: unknown): string | undefined {
	if (typeof value !== 'string') {
		return undefined;
	}

	const username = value.trim();
	return username !== '' && cleanLine(username) === username ? username : undefined;
}

function plainName(name: string): string {
	return name.replaceAll(/[_-]/gu, '').toLowerCase();
}
