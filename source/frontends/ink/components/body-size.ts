import {createContext, use} from 'react';

/** The room that a screen has, in columns and rows, and where it begins within the picture. */
export interface BodySize {
	readonly width: number;
	readonly height: number;
	/** The row of the picture in which the body begins. */
	readonly top: number;
}

/** Carries the room from the frame to the screen in it. */
export const BodySizeContext = createContext<BodySize>({width: 80, height: 18, top: 4});

/** @returns the room that this screen has. */
export function useBodySize(): BodySize {
	return use(BodySizeContext);
}
