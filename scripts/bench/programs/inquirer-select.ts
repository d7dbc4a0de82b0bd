import {select} from '@inquirer/prompts';
import {choices} from './choices.ts';

await select({message: 'Which one?', choices: choices.map((value) => ({value}))});
