import type {ErrorKind} from './types.ts';

/** One way to recognize a kind of error: all criteria given must match. Evidence is tagged as everywhere. */
export interface ErrorRow {
	readonly kind: ErrorKind;
	/** IBM's codes, in capitals. */
	readonly codes?: readonly string[];
	/** An HTTP status, or the lowest and the highest. */
	readonly status?: number | readonly [number, number];
	/** Text that is the same in every language of the CLI: class names, Go errors, quoted commands. */
	readonly shape?: RegExp;
	/** An English sentence, for errors with neither code nor shape. The service's own are always English. */
	readonly sentence?: RegExp;
	/** The `ibmcloud` commands whose failure is meant; all if missing. */
	readonly on?: RegExp;
	readonly evidence: string;
}

/** What a failure is recognized by. */
export interface Failure {
	/** The output, without color. */
	readonly text: string;
	readonly command: string;
	readonly code: string | undefined;
	readonly status: number | undefined;
}

/** Reports whether a row matches a failure. */
export function fits({codes, status, shape, sentence, on}: ErrorRow, failure: Failure): boolean {
	const {text, command, code, status: found = 0} = failure;
	const [lowest = 0, highest = Infinity] = typeof status === 'object' ? status : [status, status];
	return (
		on?.test(command.replace('ibmcloud ', '')) !== false &&
		codes?.includes(code?.toUpperCase() ?? '') !== false &&
		found >= lowest &&
		found <= highest &&
		(shape ?? sentence)?.test(text) !== false
	);
}

/**
 * Where an HTTP status stands, whatever the words around it: in the classic API's exceptions (`(HTTP 401)`),
 * in IAM's before the code (`Statuscode: 403, Fehlercode: BXNIM0513E`) or before a semicolon (`Status code:
 * 502; message: <html>`), and in Go's names of statuses.
 */
const statusShapes = [
	/\(HTTP (\d{3})\)/u,
	/[:：]\s*([1-5]\d\d)\b(?=[^\n]{1,60}\bBX[A-Z]*\d{4}[A-Z])/u,
	/[:：]\s*([345]\d\d)\s*[;；]/u,
	/\bHTTP (\d{3})\b/u,
	/\b([45]\d\d) (?:Unauthorized|Forbidden|Proxy Authentication Required|Request Timeout|Too Many Requests)\b/u,
	/\b(5\d\d) (?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\b/iu,
];

/** Returns the HTTP status in the output, or undefined. */
export function statusIn(text: string): number | undefined {
	const status = firstIn(text, statusShapes);
	return status === undefined ? undefined : Number(status);
}

function firstIn(text: string, shapes: readonly RegExp[]): string | undefined {
	return shapes.map((shape) => shape.exec(text)?.[1]).find((found) => found !== undefined);
}

/** Reports whether a code means that none is set (documented: troubleshooting page, `credential get`). */
export function isNothingSet(code: string | undefined): boolean {
	return code?.toUpperCase() === 'E0051';
}

/** A letter and four hexadecimal digits, or `NHC` and three digits; in JSON, the field `code`. */
const codeShapes = [
	/\(([A-Z][0-9A-Fa-f]{4}|NHC\d{3})\)\s*$/mu,
	/\(([A-Z][0-9A-Fa-f]{4}|NHC\d{3})\)/u,
	/^[^\S\n]*([A-Z][0-9A-Fa-f]{4}|NHC\d{3}):/mu,
	/\b([A-Z][0-9A-Fa-f]{4}|NHC\d{3}):/u,
	/"code"\s*:\s*"([A-Z][0-9A-Fa-f]{4}|NHC\d{3})"/iu,
	// IAM's codes (`BXNIM0408E`) and those of the login (`BX0415EWQA`).
	/\b(BX(?:NIM\d{4}[A-Z]|\d{4}[A-Z]{3,5}))\b/u,
] as const;

/** Returns the error code in the output, as printed, or undefined. The text must be free of color codes. */
export function errorCodeIn(text: string): string | undefined {
	return firstIn(text, codeShapes);
}
