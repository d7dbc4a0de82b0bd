import {select} from '@clack/prompts';
import {choices} from './choices.ts';

await select({message: 'Which one?', options: choices.map((value) => ({value, label: value}))});
