/**
 * Whether the operator's `ibmcloud` has started this program as its plug-in (from source: SDK
 * `bluemix/env.go`).
 */
export const isPlugin = (process.env['IBMCLOUD_PLUGIN_NAMESPACE'] ?? '') !== '';

/** How the operator calls this program: in every sentence and every command that is printed. */
export const programName = isPlugin ? 'ibmcloud classic-credentials' : 'classic-credentials';

/** What starts the guided session. Without a command, `ibmcloud` lists those of a plug-in. */
export const startCommand = isPlugin ? `${programName} setup` : programName;

/** The version of the program; the build fills it in from package.json. */
export const version: string = process.env['CLASSIC_CREDENTIALS_VERSION'] ?? 'unreleased';
