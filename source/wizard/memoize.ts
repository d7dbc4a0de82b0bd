/** Works a value out once for each object, and keeps it as long as the object lives. */
export function memoize<Key extends WeakKey, Rest extends readonly unknown[], Value>(
	make: (key: Key, ...rest: Rest) => Value,
): (key: Key, ...rest: Rest) => Value {
	const known = new WeakMap<Key, {readonly value: Value}>();
	return (key, ...rest) => {
		const {value} = known.get(key) ?? {value: make(key, ...rest)};
		known.set(key, {value});
		return value;
	};
}
