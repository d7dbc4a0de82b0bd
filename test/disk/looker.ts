import {foreignHop} from '../../source/disk/only-mine.ts';
import {placeOf} from './place-of.ts';

// Prints the first foreign hop of a path, or "none": `node looker.ts PATH`, as another user for example.

console.log(placeOf(foreignHop(process.argv[2] ?? '')) ?? 'none');
