/** Commands that are run side by side, and then those that need their answers: as arguments, each one a text. */
export type Phases = ReadonlyArray<readonly string[]>;

/** The commands of `status`: those that can run side by side, and what needs their answers. */
export function phasesGiven(): Phases {
	return JSON.parse(process.argv[2] ?? '[]') as Phases;
}
