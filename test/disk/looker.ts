import {foreignHop} from '../../source/disk/only-mine.ts';

// Prints the first foreign hop of a path, or "none": `node looker.ts PATH`, as another user for example.

console.log(foreignHop(process.argv[2] ?? '')?.path ?? 'none');
