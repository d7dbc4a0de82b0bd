import {batch} from './batch.ts';
import {file} from './file.ts';
import {firstFrame} from './first-frame.ts';
import {lists} from './lists.ts';
import {redraw} from './redraw.ts';
import {release} from './release.ts';
import {size} from './size.ts';
import type {Measurement} from './tools/measurement.ts';
import {wait} from './wait.ts';

/** All measurements, in the order they run. */
export const measurements: readonly Measurement[] = [
	firstFrame,
	release,
	redraw,
	lists,
	batch,
	file,
	wait,
	size,
];
