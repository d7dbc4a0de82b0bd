import {IntlMessageFormat} from 'intl-messageformat';

/** Returns the names of the values that a message is filled with. */
export function namesIn(pattern: string): string[] {
	const names = new Set<string>();
	const visit = (node: unknown): void => {
		if (Array.isArray(node)) {
			node.forEach(visit);
		} else if (typeof node === 'object' && node !== null) {
			const {type, value} = node as {type?: number; value?: unknown};
			// 0 is a literal, 7 the `#` of a plural; anything else with a value in MessageFormat's tree is a name.
			if (type !== undefined && type !== 0 && type !== 7 && typeof value === 'string') {
				names.add(value);
			}

			Object.values(node).forEach(visit);
		}
	};
	visit(new IntlMessageFormat(pattern, 'en', undefined, {ignoreTag: true}).getAst());
	return [...names];
}
