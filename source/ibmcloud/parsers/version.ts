import {cleanLine, stripAnsi} from '../../secrets/clean.ts';

/**
 * The version in the output of `ibmcloud version` (seen: `2.0.0+5a84b9b-2021-06-23T17:07:07+00:00` behind
 * these words; that current versions keep the form is inferred), without build number and date.
 */
export function parseVersion(stdout: string): string | undefined {
	// The word before it is `ibmcloud`, or once `bx`; an update notice has a version too: the line decides.
	const text = stripAnsi(stdout).slice(0, 20_000);
	const match =
		/^[^\S\n]*(?:ibmcloud|bluemix|bx)\S*\s.*?\bv?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?)/mu.exec(text) ??
		/^[^\S\n]*v?(\d+\.\d+\.\d+)\b/mu.exec(text);
	return match?.[1] === undefined ? undefined : cleanLine(match[1], 40);
}
