import {holdMark} from '../../source/disk/living.ts';

// A process that holds a mark for as long as it lives: `node holder.ts MARK`.

await holdMark(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
