import type {english} from './languages/english.ts';

/** Every sentence has a key; the English catalogue is the list of them. */
export type MessageKey = keyof typeof english;

/** One language: every key of the English catalogue, in ICU MessageFormat. The type checker finds a missing one. */
export type Catalogue = Readonly<Record<MessageKey, string>>;
