/** A value outside React that handlers change at once; it notifies its listeners when it is replaced. */
export class Store<Value> {
	#value: Value;
	readonly #listeners = new Set<() => void>();

	constructor(value: Value) {
		this.#value = value;
	}

	readonly get = (): Value => this.#value;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => void this.#listeners.delete(listener);
	};

	/** Replaces the value. Setting the same value again notifies nobody. */
	set(value: Value): void {
		if (Object.is(value, this.#value)) {
			return;
		}

		this.#value = value;
		for (const listener of this.#listeners) {
			listener();
		}
	}

	change(fields: Partial<Value>): void {
		this.set({...this.#value, ...fields});
	}
}
