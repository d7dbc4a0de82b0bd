/** The version of the program; the build fills it in from package.json. */
export const version: string = process.env['CLASSIC_CREDENTIALS_VERSION'] ?? 'unreleased';

/** What `--version` prints. */
export const versionLine = `classic-credentials ${version}\n`;

/** The scenarios that the simulator knows, a program of its own, each with the language of its `ibmcloud`. */
export const namedScenarios = JSON.parse(
	process.env['CLASSIC_CREDENTIALS_SCENARIOS'] ?? '[]',
) as ReadonlyArray<{readonly name: string; readonly description: string; readonly locale?: string}>;
