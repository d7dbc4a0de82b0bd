import type {ErrorKind} from './types.ts';

/**
 * IBM's error codes that an operator can meet. Codes stay the same in every language of the CLI, so they are looked
 * for before any sentence. `E0051` ("none set") is no error and is read by `parsers/credential.ts`.
 */
export const kindsByCode: ReadonlyMap<string, ErrorKind> = new Map<string, ErrorKind>([
	// Seen in ocs-ci #6895: the cluster is in another account or resource group than the targeted one.
	['G0004', 'cluster-not-found'],
	// Seen in kubeflow #6479, documented in the error glossary: the API key of region and group is dead.
	['P0005', 'api-key-unusable'],
	// Documented: no new classic cluster in a region without one.
	['E501E', 'creation-restricted'],
	// Seen in ibm-cloud-cli-release #77: the refresh token is expired.
	['BXNIM0408E', 'session-expired'],
	// Seen in ibm-cloud-cli-release #166: the session is invalidated due to inactivity.
	['BXNIM0439E', 'session-expired'],
	// Inferred from the seen `BX0415EWQA` (API key not found at login) and IAM's numbering: the key behind a call is gone.
	['BXNIM0415E', 'api-key-unusable'],
	['BX0415EWQA', 'api-key-unusable'],
]);

/** The code that says "nothing is set in this scope" (documented: troubleshooting page, `credential get`). */
const nothingSetCode = 'E0051';

/** Whether a code says that nothing is set. */
export function isNothingSet(code: string | undefined): boolean {
	return code?.toUpperCase() === nothingSetCode;
}

/** One letter and four hexadecimal digits: in brackets, before a colon, or as the `code` field of a JSON answer. */
const serviceCodes = [
	/\(([A-Z][0-9A-Fa-f]{4})\)\s*$/mu,
	/\(([A-Z][0-9A-Fa-f]{4})\)/u,
	/^[^\S\n]*([A-Z][0-9A-Fa-f]{4}):/mu,
	/\b([A-Z][0-9A-Fa-f]{4}):/u,
	/"code"\s*:\s*"([A-Z][0-9A-Fa-f]{4})"/iu,
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
