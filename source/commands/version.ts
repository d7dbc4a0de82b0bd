/** The version of the program; the build fills it in from package.json. */
export const version: string = process.env['CLASSIC_CREDENTIALS_VERSION'] ?? 'unreleased';

/** What `--version` prints. */
export const versionLine = `classic-credentials ${version}\n`;
