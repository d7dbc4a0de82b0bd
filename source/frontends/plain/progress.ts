/** Something that takes a while. */
export interface Activity {
	/** The same as long as the operator waits for the same thing. */
	readonly topic: string;
	/** When it began, in milliseconds since the epoch. */
	readonly startedAt: number;
	/** What is going on, after so many seconds. */
	readonly sentence: (seconds: number) => string;
}

/** After so many seconds it is said that something still goes on; from then on always after twice the time. */
const firstSeconds = [2, 5, 10];

/** Says at growing intervals what the operator is waiting for: silence would be taken for an end. */
export class Progress {
	readonly #say: (sentence: string) => void;
	#activity: Activity | undefined;
	/** Since when this is waited for: the work may have begun earlier than anybody waited for it. */
	#startedAt = 0;
	#timer: NodeJS.Timeout | undefined;

	constructor(say: (sentence: string) => void) {
		this.#say = say;
	}

	/** What goes on now; undefined while nothing is waited for. */
	watch(activity: Activity | undefined): void {
		const isSame = activity?.topic === this.#activity?.topic;
		this.#activity = activity;
		if (isSame) {
			return;
		}

		clearTimeout(this.#timer);
		if (activity !== undefined) {
			this.#startedAt = Math.min(activity.startedAt, Date.now());
			this.#next();
		}
	}

	stop(): void {
		this.watch(undefined);
	}

	#next(): void {
		const elapsed = Date.now() - this.#startedAt;
		const seconds = secondsAfter(elapsed / 1000);
		this.#timer = setTimeout(
			() => {
				if (this.#activity !== undefined) {
					this.#say(this.#activity.sentence(seconds));
					this.#next();
				}
			},
			seconds * 1000 - elapsed,
		);
	}
}

/** When something is said next, for what has gone on for so many seconds. */
export function secondsAfter(elapsed: number): number {
	// A timer may be a little early.
	const passed = elapsed + 0.05;
	const next = firstSeconds.find((seconds) => seconds > passed);
	if (next !== undefined) {
		return next;
	}

	let seconds = firstSeconds.at(-1) ?? 10;
	while (seconds <= passed) {
		seconds *= 2;
	}

	return seconds;
}
