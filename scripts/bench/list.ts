import {firstFrame} from './first-frame.ts';
import type {Measurement} from './tools/measurement.ts';

/** All measurements, in the order in which they run. */
export const measurements: readonly Measurement[] = [firstFrame];
