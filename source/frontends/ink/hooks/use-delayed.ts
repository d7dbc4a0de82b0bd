import {useEffect, useState} from 'react';

/** False at first, true after so many milliseconds: what is over before that never flickers over the screen. */
export function useDelayed(milliseconds: number): boolean {
	const [isOver, setIsOver] = useState(false);
	useEffect(() => {
		const timer = setTimeout(() => {
			setIsOver(true);
		}, milliseconds);
		return () => {
			clearTimeout(timer);
		};
	}, [milliseconds]);

	return isOver;
}
