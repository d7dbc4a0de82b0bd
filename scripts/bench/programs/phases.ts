/** Commands that run side by side, then those that need their answers; each command is one string. */
export type Phases = ReadonlyArray<readonly string[]>;

/** Parses the commands of `status` from the first argument. */
export function phasesGiven(): Phases {
	return JSON.parse(process.argv[2] ?? '[]') as Phases;
}
