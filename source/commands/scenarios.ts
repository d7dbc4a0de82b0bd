/** A scenario of a rehearsal. */
interface NamedScenario {
	readonly name: string;
	/** The language of its `ibmcloud`; undefined where that is not set. */
	readonly locale?: string;
}

/** The scenarios that the simulator knows, which is a program of its own; the build fills them in. */
export const namedScenarios = JSON.parse(
	process.env['CLASSIC_CREDENTIALS_SCENARIOS'] ?? '[]',
) as readonly NamedScenario[];
