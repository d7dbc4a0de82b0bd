import type {Argument} from './run.ts';

/** A command line to read and copy: words quoted where a shell needs it, secrets as a reference. */
export function describeCommand(name: string, args: readonly Argument[]): string {
	return [
		name,
		...args.map((argument) => (typeof argument === 'string' ? quote(argument) : `${argument.flag}="$KEY"`)),
	].join(' ');
}

function quote(word: string): string {
	return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
