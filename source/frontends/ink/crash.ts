import {errorName} from '../../secrets/clean.ts';

/** Something went wrong in the frontend itself. The message is one line and holds nothing that could be a key. */
export class InkCrash extends Error {
	override readonly name = 'InkCrash';
}

/** @returns an error that can be shown, made of any error. The original is not attached: it could carry what must not be seen. */
export function crashOf(error: unknown): InkCrash {
	const name = errorName(error);
	const text = error instanceof Error ? error.message : String(error);
	const [line = ''] = text.split('\n');
	return new InkCrash(`${name}: ${line.replaceAll(/[\w+/=-]{16,}/g, '…').slice(0, 200)}`);
}
