import type {Catalogue} from '../catalogue.ts';
import {english} from './english.ts';

export const german: Catalogue = english;
