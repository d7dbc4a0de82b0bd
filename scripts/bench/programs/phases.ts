/** Commands that run side by side, then those that need their answers; each one a text. */
export type Phases = ReadonlyArray<readonly string[]>;

/** The commands of `status`: those that can run side by side, and what needs their answers. */
export function phasesGiven(): Phases {
	return JSON.parse(process.argv[2] ?? '[]') as Phases;
}
