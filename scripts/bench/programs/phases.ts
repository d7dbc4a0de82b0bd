/** Commands that are run side by side, and then those that need their answers: as arguments, each one a text. */
export type Phases = ReadonlyArray<readonly string[]>;

/** The commands of `status`, in the order in which it runs them. */
export function phasesGiven(): Phases {
	return JSON.parse(process.argv[2] ?? '[]') as Phases;
}
