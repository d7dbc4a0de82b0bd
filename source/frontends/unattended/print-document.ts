/** The documents that can be printed. */
export type DocumentName = 'change' | 'status' | 'doctor' | 'history';

/**
 * Prints one JSON document, after the validators have taken out everything that its form does not name. They are loaded
 * only here: a run without `--output json` never needs them.
 */
export async function printDocument(
	name: DocumentName,
	document: Readonly<Record<string, unknown>>,
	output: NodeJS.WritableStream,
): Promise<void> {
	const {schemas} = await import('./schemas.ts');
	output.write(`${JSON.stringify(schemas[name].parse(document), undefined, 2)}\n`);
}
