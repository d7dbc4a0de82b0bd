/**
 * Source of an export that is fetched when it is first called or made, not when it is imported: for functions and classes.
 *
 * @param name what the export is called.
 * @param from source of an expression that gives the whole module.
 */
export function lateFunction(name: string, from: string): string {
	return `export const ${name} = function (...args) {
		return new.target ? new (${from}.${name})(...args) : ${from}.${name}(...args);
	};`;
}
