import {cleanLine, stripAnsi} from '../../secrets/clean.ts';

/**
 * The version in the output of `ibmcloud version` (seen: `ibmcloud version 2.0.0+5a84b9b-2021-06-23T17:07:07+00:00`;
 * that current versions keep the form is inferred). Build number and date are left out.
 */
export function parseVersion(stdout: string): string | undefined {
	// The word before it is `ibmcloud` or, in old versions, `bx`; an update notice also holds a version, so the line matters.
	const text = stripAnsi(stdout).slice(0, 20_000);
	const match =
		/^[^\S\n]*(?:ibmcloud|bluemix|bx)\S*\s.*?\bv?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.]+)?)/mu.exec(text) ??
		/^[^\S\n]*v?(\d+\.\d+\.\d+)\b/mu.exec(text);
	return match?.[1] === undefined ? undefined : cleanLine(match[1], 40);
}
