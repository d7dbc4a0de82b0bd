import type {DocumentOf, schemas} from './schemas.ts';

/** A JSON document; which form it has, its command says. */
export type Document = DocumentOf<keyof typeof schemas>;

/** Loads the validators while children are waited for; whoever prints waits for them. */
export function loadValidators(): void {
	setImmediate(() => {
		// Whoever prints hears of a failure.
		void import('./schemas.ts').catch(() => undefined);
	});
}

/**
 * Prints one JSON document, after the validators have taken out everything that its form does not name. They
 * are loaded only here: a run without `--output json` never needs them.
 */
export async function printDocument(document: Document, output: NodeJS.WritableStream): Promise<void> {
	const {schemas: forms} = await import('./schemas.ts');
	const {command} = document;
	const form = command === 'setup' || command === 'unset' ? forms.change : forms[command];
	output.write(`${JSON.stringify(form.parse(document), undefined, 2)}\n`);
}
