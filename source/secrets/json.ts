export type JsonObject = Readonly<Record<string, unknown>>;

/** Returns a text's JSON value, or undefined. The error stays here: it quotes the text, perhaps a secret. */
export function parseValue(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Returns the JSON object in a text that may hold anything, or undefined. */
export function parseObject(text: string): JsonObject | undefined {
	const value = parseValue(text);
	return isObject(value) ? value : undefined;
}

/** Reports whether the value is a JSON object (not a list, not null). */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
