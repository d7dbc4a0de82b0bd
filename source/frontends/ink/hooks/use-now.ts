import {useEffect, useState} from 'react';

/** The time (milliseconds since the epoch), kept current in whole steps counted from `startedAt`, while `isActive`. */
export function useNow(startedAt: number, isActive = true, step = 1000): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		if (!isActive) {
			return;
		}

		let timer: NodeJS.Timeout | undefined;
		const tick = (): void => {
			const time = Date.now();
			setNow(time);
			const sinceStep = (((time - startedAt) % step) + step) % step;
			timer = setTimeout(tick, step - sinceStep + 1);
		};

		tick();
		return () => {
			clearTimeout(timer);
		};
	}, [startedAt, isActive, step]);

	return now;
}
