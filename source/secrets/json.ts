export type JsonObject = Readonly<Record<string, unknown>>;

/** A text's JSON value, or undefined. The error quotes the text, which may hold a secret: it stays here. */
export function parseValue(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Returns the object that a text holds as JSON, or undefined: for an answer that may be anything. */
export function parseObject(text: string): JsonObject | undefined {
	const value = parseValue(text);
	return isObject(value) ? value : undefined;
}

/** Returns whether the value is a JSON object (not a list, not null). */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
