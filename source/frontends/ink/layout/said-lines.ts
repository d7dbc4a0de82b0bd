import type {Texts} from '../../../text/texts.ts';
import type {Field} from '../../fields/fields.ts';
import {SecretField} from '../../fields/secret.ts';
import {lineWriter, type Line} from '../../lines/line.ts';

/** What the cleaning of a secret took out, warnings about it, and why the last Enter or key gave no answer. */
export function saidOf(field: Field, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const {error} = field.state.get();
	const {removed = [], warnings = []} =
		field instanceof SecretField ? (field.state.get().examination ?? {}) : {};
	return [
		...removed.map((each) => writer.line(each, {indent: 1})),
		...warnings.map((each) => writer.line(each, {mark: 'note', indent: 1, tone: 'warning'})),
		...(error === undefined ? [] : [writer.line(error, {mark: 'bad'})]),
	];
}
