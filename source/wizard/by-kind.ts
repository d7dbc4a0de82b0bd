/**
 * Makes a function from one case for each kind of a union; a missing case does not compile. Each case gets
 * the value as its kind has it, and the other arguments of the call.
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
