/** Stand-ins for exports of modules that are loaded on first use. */

type Any = (...args: readonly unknown[]) => unknown;
type AnyClass = new (...args: readonly unknown[]) => object;

/**
 * Returns a function or class that is fetched when it is first called, constructed, compared with or asked
 * for a property. It counts as a function even where Node lacks it at run time: no caller can find out.
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

/** Returns an object with the properties of another, which is fetched when a property is first read. */
export function lateObject<Exported extends object>(fetch: () => Exported): Exported {
	return new Proxy({} as Exported, {
		get: (_none, name) => Reflect.get(fetch(), name) as unknown,
		has: (_none, name) => Reflect.has(fetch(), name),
	});
}
