/**
 * Makes a function of a case for each kind of a union: a kind without a case does not compile.
 *
 * @param cases each gets the value as its kind has it, and what else the function is called with.
 */
export function byKind<
	Union extends {readonly kind: string},
	Rest extends readonly unknown[],
	Result,
>(cases: {
	readonly [Kind in Union['kind']]: (value: Union & {readonly kind: Kind}, ...rest: Rest) => Result;
}): (value: Union, ...rest: Rest) => Result {
	return (value, ...rest) => cases[value.kind as Union['kind']](value, ...rest);
}
