import type {Catalogue} from '../catalogue.ts';
import {english} from './english.ts';

/** A language that the program speaks. */
export interface Language {
	/** BCP 47 tag in lower case. */
	readonly tag: string;
	/** Loads the catalogue: only that of the chosen language is ever loaded besides English. */
	readonly load: () => Promise<Catalogue>;
}

/** All languages. A new one is one file beside this one and one line here. */
export const languages: readonly Language[] = [
	{tag: 'en', load: async () => english},
	{tag: 'de', load: async () => (await import('./german.ts')).german},
];
