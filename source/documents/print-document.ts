import type {DocumentOf, schemas} from './schemas.ts';

/** A JSON document. Its `command` tells its form. */
export type Document = DocumentOf<keyof typeof schemas>;

/** Begins to load the validators, while the program waits for its children. */
export function loadValidators(): void {
	setImmediate(() => {
		// `printDocument` reports a failure.
		void import('./schemas.ts').catch(() => undefined);
	});
}

/** Prints a JSON document, without fields that its form does not name. Loads the validators on demand. */
export async function printDocument(document: Document, output: NodeJS.WritableStream): Promise<void> {
	const {schemas: forms} = await import('./schemas.ts');
	const {command} = document;
	const form = command === 'setup' || command === 'unset' ? forms.change : forms[command];
	output.write(`${JSON.stringify(form.parse(document), undefined, 2)}\n`);
}
