import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import path from 'node:path';
import {readJson, writeJson} from './files.ts';

/** The plug-ins that the simulator knows. */
export type PluginName = 'container-service' | 'sl';

/** The relevant part of a fresh `config.json` (from source: ibm-cloud-cli-sdk). */
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

/** The content of `config.json`; other fields are kept as they are. */
export type ConfigJson = typeof emptyConfiguration;

/** A configuration directory: `config.json` and the plug-ins. */
export type ConfigHome = ReturnType<typeof configurationDirectory>;

/**
 * Finds the configuration directory by the rules of the SDK (from source): IBMCLOUD_CONFIG_HOME itself, else
 * `.ibmcloud` if it exists, otherwise `.bluemix`, in IBMCLOUD_HOME, BLUEMIX_HOME or the user's home.
 */
export function findConfigurationDirectory(environment: NodeJS.ProcessEnv): ConfigHome {
	const {IBMCLOUD_CONFIG_HOME: direct, IBMCLOUD_HOME, BLUEMIX_HOME, HOME} = environment;
	const home = IBMCLOUD_HOME || BLUEMIX_HOME || HOME || homedir();
	const current = path.join(home, '.ibmcloud');
	return configurationDirectory(direct || (existsSync(current) ? current : path.join(home, '.bluemix')));
}

/** Returns the configuration directory at a path. */
export function configurationDirectory(directory: string) {
	const file = path.join(directory, 'config.json');
	return {
		path: directory,
		/** Reads the configuration. A directory without a file belongs to a CLI that was never used. */
		read: (): ConfigJson => ({...emptyConfiguration, ...(readJson(file) as Partial<ConfigJson>)}),
		/** Replaces the file in one step, with mode 0600 (from source). */
		write: (configuration: ConfigJson): void => writeJson(file, configuration),
		/** Reports whether the executable is where the SDK looks for it (from source). */
		hasPlugin: (name: PluginName): boolean => existsSync(path.join(directory, 'plugins', name, name)),
		/** Installs a stand-in for the plug-in's executable. @returns the plug-in's directory. */
		installPlugin(name: PluginName): string {
			const plugin = path.join(directory, 'plugins', name);
			mkdirSync(plugin, {recursive: true, mode: 0o700});
			writeFileSync(path.join(plugin, name), '#!/bin/sh\nexit 1\n', {mode: 0o755});
			return plugin;
		},
	};
}
