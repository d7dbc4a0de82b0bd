/** The window, language and environment in which a session is pictured. */
export interface Variant {
	readonly name: string;
	/** The caption below the picture. */
	readonly about: string;
	readonly columns: number;
	readonly rows: number;
	readonly locale?: string;
	readonly environment?: Readonly<Record<string, string>>;
}

/** The usual window, two others, another language, no colors; each picture is light and dark. */
export const variants = [
	{name: '80x24', about: '80 columns and 24 rows', columns: 80, rows: 24},
	{name: '40x15', about: '40 columns and 15 rows', columns: 40, rows: 15},
	{name: '120x40', about: '120 columns and 40 rows', columns: 120, rows: 40},
	{name: 'german', about: 'In German', columns: 80, rows: 24, locale: 'de'},
	{
		name: 'no-color',
		about: 'Without colors (`NO_COLOR`)',
		columns: 80,
		rows: 24,
		environment: {NO_COLOR: '1'},
	},
] as const satisfies readonly Variant[];
