/**
 * Whether the operator's `ibmcloud` started this program as a plug-in (from source: SDK `bluemix/env.go`).
 */
export const isPlugin = (process.env['IBMCLOUD_PLUGIN_NAMESPACE'] ?? '') !== '';

/** The name by which the operator calls this program, for every printed sentence and command. */
export const programName = isPlugin ? 'ibmcloud classic-credentials' : 'classic-credentials';

/** The command that starts the guided session. Without a command, `ibmcloud` lists those of a plug-in. */
export const startCommand = isPlugin ? `${programName} setup` : programName;

/** The version of the program; the build fills it in from package.json. */
export const version: string = process.env['CLASSIC_CREDENTIALS_VERSION'] ?? 'unreleased';
