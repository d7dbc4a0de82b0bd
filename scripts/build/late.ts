/** What stands in for exports of modules that are loaded when something of theirs is first used. */

type Any = (...args: readonly unknown[]) => unknown;
type AnyClass = new (...args: readonly unknown[]) => object;

/**
 * A function or class that is fetched when it is first called, made, asked for a property or compared with.
 * It is taken for a function even where Node at run time lacks it: nobody can ask whether it is there.
 */
export function lateFunction<Exported>(fetch: () => Exported): Exported {
	const whole = (): object => fetch() as object;
	const standIn: object = new Proxy(function () {}, {
		apply: (_none, self, args: unknown[]) => Reflect.apply(whole() as Any, self, args),
		construct: (_none, args: unknown[], made: AnyClass) =>
			Reflect.construct(whole() as AnyClass, args, made === standIn ? (whole() as AnyClass) : made),
		get: (_none, name) => Reflect.get(whole(), name) as unknown,
		has: (_none, name) => Reflect.has(whole(), name),
	});
	return standIn as Exported;
}

/** An object with the properties of another, which is fetched when one is first asked for. */
export function lateObject<Exported extends object>(fetch: () => Exported): Exported {
	return new Proxy({} as Exported, {
		get: (_none, name) => Reflect.get(fetch(), name) as unknown,
		has: (_none, name) => Reflect.has(fetch(), name),
	});
}
