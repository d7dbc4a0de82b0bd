/** The code that says "nothing is set in this scope" (documented: troubleshooting page, `credential get`). */
const nothingSetCode = 'E0051';

/** Whether a code says that nothing is set. */
export function isNothingSet(code: string | undefined): boolean {
	return code?.toUpperCase() === nothingSetCode;
}

/** A letter and four hexadecimal digits, or `NHC` and three; in JSON the field `code`. */
const serviceCodes = [
	/\(([A-Z][0-9A-Fa-f]{4}|NHC\d{3})\)\s*$/mu,
	/\(([A-Z][0-9A-Fa-f]{4}|NHC\d{3})\)/u,
	/^[^\S\n]*([A-Z][0-9A-Fa-f]{4}|NHC\d{3}):/mu,
	/\b([A-Z][0-9A-Fa-f]{4}|NHC\d{3}):/u,
	/"code"\s*:\s*"([A-Z][0-9A-Fa-f]{4}|NHC\d{3})"/iu,
] as const;

/** IAM's codes (`BXNIM0408E`) and those of the login (`BX0415EWQA`). */
const identityCode = /\bBX(?:NIM\d{4}[A-Z]|\d{4}[A-Z]{3,5})\b/u;

/** The error code in the output, as it is printed, or undefined. The text must be free of colour codes. */
export function errorCodeIn(text: string): string | undefined {
	for (const pattern of serviceCodes) {
		const code = pattern.exec(text)?.[1];
		if (code !== undefined) {
			return code;
		}
	}

	return identityCode.exec(text)?.[0];
}
