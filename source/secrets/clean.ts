/**
 * Makes text from the CLI and the server fit for a screen. Names and messages come from other people's
 * accounts: they may hold escape sequences, line breaks, bidirectional overrides, NUL or ten thousand
 * characters (seen: real `sl` plug-in against a hostile API), and a secret. Removing something from a line
 * joins the text around it, so secrets are looked for last, in the text that will be shown.
 */

import {redact} from './redact.ts';
import {secretPlaceholder} from './secret.ts';

/** Escape sequences: OSC, then DCS, SOS, PM and APC, then CSI, then the rest; also one-character forms. */
const escapeSequence =
	// oxlint-disable-next-line no-control-regex -- control characters are what this looks for
	/(?:\u001b\]|\u009d)[^\u0007\u001b\u009c\n]*(?:\u0007|\u001b\\|\u009c)?|(?:\u001b[PX^_]|[\u0090\u0098\u009e\u009f])[^\u001b\u009c\n]*(?:\u001b\\|\u009c)?|(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[ -/]*[0-~]?/gu;

/** White space of any kind: JavaScript's without the byte order mark, and next-line. */
const whiteSpace = /[^\S\uFEFF]|\u0085/gu;

/**
 * Matches what is invisible but acts: controls, format characters (zero width, bidirectional overrides, soft
 * hyphen, tags), blank fillers, and variation selectors but emoji's. Made on demand: Unicode's tables are
 * slow.
 */
export const invisible = (): RegExp =>
	/[\p{Cc}\p{Cf}\u115f\u1160\u3164\uffa0\ufe00-\ufe0e]|\u034f|\u17b4|\u17b5/gu;

/**
 * The word that only marks a failure, alone on its line, in the languages of the CLI (from source: message
 * resources of ibm-cloud-cli-sdk). It serves only to avoid showing it twice, not to recognize an error.
 */
const failureMarkers = 'FAILED|FEHLGESCHLAGEN|ECHEC|ÉCHEC|ERROR|NON RIUSCITO|COM FALHA|실패|失敗|失败'.split(
	'|',
);

/** A line that IBM support asks for: `Incident ID: <uuid>`, in any language (seen: kubeflow #6479). */
const incident = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/iu;

/** Matches text that needs no cleaning, as nearly every name in a list of thousands. */
const plainLine = /^[!-~]+(?: [!-~]+)*$/u;

const longestSentence = 300;
const longestLine = 500;
const mostLines = 12;
const mostCharacters = 2000;
/** Support needs to see what the CLI printed, but not all of an endless answer. */
const mostTranscriptLines = 200;

/** Returns the text without terminal escape sequences, and otherwise unchanged. */
export function stripAnsi(text: string): string {
	return text.replace(escapeSequence, '');
}

/**
 * Returns one line that can be drawn: no escape, control, bidirectional, zero-width or NUL characters, broken
 * surrogates replaced, white space folded, cut with `…` beyond `maximum` characters, without secrets.
 */
export function cleanLine(text: string, maximum = longestSentence): string {
	return redact(text.length <= maximum && plainLine.test(text) ? text : drawable(text, maximum));
}

function drawable(text: string, maximum: number): string {
	const line = stripAnsi(text)
		.toWellFormed()
		.replace(whiteSpace, ' ')
		.replace(invisible(), '')
		.replace(/ {2,}/gu, ' ')
		.trim();
	return cut(line, maximum);
}

/**
 * Returns the CLI's own words for an error, as several lines for the screen: cleaned, without empty lines and
 * the marker `FAILED`, at most 12 lines and 2,000 characters, but with any incident number. Protected secrets
 * are removed, and so is what looks like a key or a token. `given` is the command that was given a secret,
 * without the secret: its words may hold it in any encoding.
 */
export function cleanWords(text: string, given?: string): string {
	// Long before the cut: error output may be endless, and only its beginning and end can be shown.
	const head = text.slice(0, 60_000);
	const tail = text.slice(Math.max(60_000, text.length - 4000));
	const lines = linesOf(`${head}\n${tail}`, /[\n\r\u0085\u2028\u2029]/u);
	return withoutSecrets(fit(lines.filter((line) => !failureMarkers.includes(line))).join('\n'), given);
}

/** Does the same for a service's answer, in one line of at most 300 characters; `given` is as there. */
export function cleanSentence(text: string, given: string): string {
	return withoutSecrets(drawable(text, longestSentence), given);
}

/** Returns the name of an error's class, or `Error`: the name can be set to anything, as can the message. */
export function errorName(error: unknown): string {
	const name: unknown = error instanceof Error ? error.name : undefined;
	return typeof name === 'string' && /^[A-Z][A-Za-z]{1,30}$/u.test(name) && redact(name) === name
		? name
		: 'Error';
}

/** Returns what a command printed: at most 200 lines, cleaned, without empty ones and without secrets. */
export function cleanTranscript(text: string): string {
	return withoutSecrets(linesOf(text, /\n/u).slice(0, mostTranscriptLines).join('\n'));
}

function linesOf(text: string, separator: RegExp): string[] {
	return text
		.split(separator)
		.map((line) => drawable(line, longestLine))
		.filter((line) => line !== '');
}

function withoutSecrets(text: string, given?: string): string {
	const masked = maskShapes(redact(text));
	return given === undefined ? masked : maskLongRuns(masked, given);
}

function fit(lines: readonly string[]): readonly string[] {
	const incidentAt = lines.findLastIndex((line) => incident.test(line));
	const incidentLines = lines.filter((_, index) => index === incidentAt);
	const others = lines.filter((_, index) => index !== incidentAt);
	const room = mostLines - incidentLines.length;
	let characters = incidentLines.join('').length;
	const end = others.findIndex((line, index) => {
		characters += line.length + 1;
		return (index === room - 1 && others.length > room) || characters > mostCharacters;
	});
	return end === -1 ? lines : [...others.slice(0, end), '…', ...incidentLines];
}

function cut(line: string, maximum: number): string {
	// Twice as many code units hold all that is shown, but never the whole of an endless line.
	const characters = Array.from(line.slice(0, maximum * 2 + 1));
	return characters.length <= maximum
		? line
		: `${characters
				.slice(0, maximum - 1)
				.join('')
				.trimEnd()}…`;
}

// Safety nets below `redact`: what must be a secret, or could be one, by its form alone.

/** A JSON web token (documented shape: three base64url parts, the first of which is a JSON object). */
const webToken = /\beyJ[\w-]{5,}\.[\w-]+(?:\.[\w-]*)?/gu;

/** Made on first use: `\w` without case loads Unicode's tables, which would delay the start. */
const bearer = (): RegExp => /\b(Bearer)\s[\w.~+/=-]{16,}/giu;

/** A classic API key (from source: the pattern of detect-secrets, 64 lower-case letters and digits). */
const classicKey = /(?<![A-Za-z0-9])[A-Za-z0-9]{64}(?![A-Za-z0-9])/gu;

/** The value of a field or header whose name says it is secret: a refresh token has no shape of its own. */
const namedSecret =
	/((?:refresh|access)[_-]?token|api[_-]?key|passw(?:or)?d|passcode)(["']?\s*[:=]\s*["']?)[^\s"',&;}]{8,}/giu;

/** Replaces anything in the shape of a key or a token, whoever printed it: nothing that is needed has one. */
function maskShapes(text: string): string {
	return text
		.replace(webToken, secretPlaceholder)
		.replace(bearer(), `$1 ${secretPlaceholder}`)
		.replace(classicKey, secretPlaceholder)
		.replace(namedSecret, `$1$2${secretPlaceholder}`);
}

const longRun = /[\w+=-]{16,}/gu;
const longestNumber = 19;
const longestWord = 39;

/** Account and resource group ids and incident numbers: hexadecimal, an encoding that `redact` reads. */
const identifier = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/iu;

/** Exception classes and the like: `SoftLayer_Exception_User_Customer_Unauthorized`. */
const className = /^[A-Z][A-Za-z]*(?:_[A-Z][A-Za-z]*)+$/u;

/**
 * Replaces every long run that could be a secret in an unforeseen encoding: for the words of a command or
 * request that was given one. Nothing in `given`, the command or request without its secrets, is one.
 */
function maskLongRuns(text: string, given: string): string {
	return text.replace(longRun, (run) => {
		const isLikely =
			(/\d/u.test(run) && (/[A-Za-z]/u.test(run) || run.length > longestNumber)) || run.length > longestWord;
		return isLikely && !identifier.test(run) && !className.test(run) && !given.includes(run)
			? secretPlaceholder
			: run;
	});
}
