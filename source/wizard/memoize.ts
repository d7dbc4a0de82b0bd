/** Computes a value once per object; kept while the object lives and the other arguments stay the same. */
export function memoize<Key extends WeakKey, Rest extends readonly unknown[], Value>(
	make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
	const known = new WeakMap<Key, {readonly rest: Rest; readonly value: Value}>();
	return (key, ...rest) => {
		const before = known.get(key);
		if (before !== undefined && rest.every((each, index) => each === before.rest[index])) {
			return before.value;
		}

		const value = make(key, ...rest);
		known.set(key, {rest, value});
		return value;
	};
}
