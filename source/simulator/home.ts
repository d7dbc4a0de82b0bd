import {mkdirSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';

import {exists, readJson, writeJson} from './files.ts';

/** The plug-ins that the simulator knows. */
export type PluginName = 'container-service' | 'sl';

/** The fields of `config.json` that the simulator reads (from source: ibm-cloud-cli-sdk); the others are kept as they are. */
export interface Configuration {
	readonly APIEndpoint: string;
	readonly IsPrivate: boolean;
	readonly Region: string;
	readonly IAMToken: string;
	readonly IAMRefreshToken: string;
	readonly Account: {readonly GUID: string; readonly Name: string; readonly Owner: string};
	readonly ResourceGroup: {
		readonly GUID: string;
		readonly Name: string;
		readonly State: string;
		readonly Default: boolean;
		readonly QuotaID: string;
	};
	readonly Locale: string;
	readonly Trace: string;
	readonly ColorEnabled: string;
	readonly CheckCLIVersionDisabled: boolean;
	readonly [field: string]: unknown;
}

/**
 * Finds the configuration directory by the rules of the SDK (from source): IBMCLOUD_CONFIG_HOME is the directory itself;
 * else `.ibmcloud` if it exists, otherwise `.bluemix`, below IBMCLOUD_HOME, BLUEMIX_HOME or the user's home.
 */
export function configurationDirectory(environment: NodeJS.ProcessEnv): string {
	const direct = environment['IBMCLOUD_CONFIG_HOME'];
	if (direct) return direct;
	const home =
		environment['IBMCLOUD_HOME'] || environment['BLUEMIX_HOME'] || environment['HOME'] || homedir();
	const current = join(home, '.ibmcloud');
	return exists(current) ? current : join(home, '.bluemix');
}

/** A configuration directory: `config.json` and the plug-ins. */
export class Home {
	readonly directory: string;

	constructor(directory: string) {
		this.directory = directory;
	}

	/** Reads the configuration; a directory without a file is a CLI that was never used. */
	read(): Configuration {
		const stored = readJson(join(this.directory, 'config.json')) as Partial<Configuration> | undefined;
		return {...emptyConfiguration, ...stored};
	}

	/** Replaces the file in one step, mode 0600 (from source). */
	write(configuration: Configuration): void {
		writeJson(join(this.directory, 'config.json'), configuration);
	}

	/** Tells whether the executable `plugins/NAME/NAME` can be reached (from source: that is where the SDK looks). */
	hasPlugin(name: PluginName): boolean {
		return exists(join(this.directory, 'plugins', name, name));
	}

	/** Puts a stand-in for the plug-in's executable in its place. @returns the plug-in's directory. */
	installPlugin(name: PluginName): string {
		const directory = join(this.directory, 'plugins', name);
		mkdirSync(directory, {recursive: true, mode: 0o700});
		const script =
			'#!/bin/sh\necho "stand-in of the simulated ibmcloud: not to be run by itself" >&2\nexit 1\n';
		writeFileSync(join(directory, name), script, {mode: 0o755});
		return directory;
	}
}

/** What a fresh or logged-out CLI has in `config.json` (from source: field names and their order). */
export const emptyConfiguration: Configuration = {
	APIEndpoint: 'https://cloud.ibm.com',
	IsPrivate: false,
	IsAccessFromVPC: false,
	ConsoleEndpoint: 'https://cloud.ibm.com',
	CloudType: 'public',
	CloudName: 'bluemix',
	CRIType: '',
	Region: '',
	RegionID: '',
	IAMEndpoint: 'https://iam.cloud.ibm.com',
	IAMToken: '',
	IAMRefreshToken: '',
	IsLoggedInAsCRI: false,
	Account: {GUID: '', Name: '', Owner: ''},
	Profile: {ID: '', Name: '', ComputeResource: {Name: '', ID: ''}, User: {}},
	ResourceGroup: {GUID: '', Name: '', State: '', Default: false, QuotaID: ''},
	LoginAt: '0001-01-01T00:00:00Z',
	PluginRepos: [{Name: 'IBM Cloud', URL: 'https://plugin-repository.example'}],
	SSLDisabled: false,
	Locale: '',
	MessageOfTheDayTime: 0,
	LastSessionUpdateTime: 0,
	Trace: '',
	ColorEnabled: '',
	AlphaCommandsEnabled: '',
	HTTPTimeout: 0,
	TypeOfSSO: '',
	CheckCLIVersionDisabled: false,
	UsageStatsEnabled: false,
	SDKVersion: '1.12.1',
};
