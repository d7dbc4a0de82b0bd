/** The documents that can be printed. */
export type DocumentName = 'change' | 'status' | 'doctor' | 'history';

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
export async function printDocument(
	name: DocumentName,
	document: Readonly<Record<string, unknown>>,
	output: NodeJS.WritableStream,
): Promise<void> {
	const {schemas} = await import('./schemas.ts');
	output.write(`${JSON.stringify(schemas[name].parse(document), undefined, 2)}\n`);
}
