import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {readJson, writeJson} from './files.ts';

/** The plug-ins that the simulator knows. */
export type PluginName = 'container-service' | 'sl';

/** What a fresh CLI has in `config.json`, as far as it is of interest (from source: ibm-cloud-cli-sdk). */
export const emptyConfiguration = {
	APIEndpoint: 'https://cloud.ibm.com',
	IsPrivate: false,
	Region: '',
	IAMToken: '',
	IAMRefreshToken: '',
	Account: {GUID: '', Name: '', Owner: ''},
	ResourceGroup: {GUID: '', Name: '', State: '', Default: false, QuotaID: ''},
	Locale: '',
	Trace: '',
};

/** `config.json`; other fields are kept as they are. */
export type Configuration = typeof emptyConfiguration;

/**
 * Finds the configuration directory by the rules of the SDK (from source): IBMCLOUD_CONFIG_HOME itself, else
 * `.ibmcloud` if it exists, otherwise `.bluemix`, below IBMCLOUD_HOME, BLUEMIX_HOME or the user's home.
 */
export function configurationDirectory(environment: NodeJS.ProcessEnv): string {
	const {IBMCLOUD_CONFIG_HOME: direct, IBMCLOUD_HOME, BLUEMIX_HOME, HOME} = environment;
	const home = IBMCLOUD_HOME || BLUEMIX_HOME || HOME || homedir();
	const current = path.join(home, '.ibmcloud');
	return direct || (existsSync(current) ? current : path.join(home, '.bluemix'));
}

/** A configuration directory: `config.json` and the plug-ins. */
export class ConfigurationDirectory {
	readonly directory: string;

	constructor(directory: string) {
		this.directory = directory;
	}

	/** Reads the configuration; a directory without a file is a CLI that was never used. */
	read(): Configuration {
		const stored = readJson(path.join(this.directory, 'config.json'));
		return {...emptyConfiguration, ...(stored as Partial<Configuration> | undefined)};
	}

	/** Replaces the file in one step, mode 0600 (from source). */
	write(configuration: Configuration): void {
		writeJson(path.join(this.directory, 'config.json'), configuration);
	}

	/** Tells whether the executable is where the SDK looks for it (from source). */
	hasPlugin(name: PluginName): boolean {
		return existsSync(path.join(this.directory, 'plugins', name, name));
	}

	/** Puts a stand-in for the plug-in's executable in its place. @returns the plug-in's directory. */
	installPlugin(name: PluginName): string {
		const directory = path.join(this.directory, 'plugins', name);
		mkdirSync(directory, {recursive: true, mode: 0o700});
		writeFileSync(path.join(directory, name), '#!/bin/sh\nexit 1\n', {mode: 0o755});
		return directory;
	}
}
