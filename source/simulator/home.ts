import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';

import {exists, readJson, writeAtomically} from './files.ts';

/** The plug-ins that the simulator knows. */
export type PluginName = 'container-service' | 'sl';

/** The fields of `config.json` that the simulator reads (from source: ibm-cloud-cli-sdk); the others are kept as they are. */
export interface Configuration {
	APIEndpoint: string;
	IsPrivate: boolean;
	Region: string;
	IAMToken: string;
	IAMRefreshToken: string;
	Account: {GUID: string; Name: string; Owner: string};
	ResourceGroup: {GUID: string; Name: string; State: string; Default: boolean; QuotaID: string};
	Locale: string;
	Trace: string;
	ColorEnabled: string;
	CheckCLIVersionDisabled: boolean;
	[field: string]: unknown;
}

/**
 * The configuration directory by the rules of the SDK (from source): IBMCLOUD_CONFIG_HOME is the directory itself;
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

/** The operator's configuration directory: `config.json` and the plug-ins. */
export class Home {
	readonly directory: string;

	constructor(directory: string) {
		this.directory = directory;
	}

	/** The configuration; a directory without a file is a CLI that was never used. */
	read(): Configuration {
		const stored = readJson<Partial<Configuration>>(join(this.directory, 'config.json'), {});
		return {...emptyConfiguration(), ...stored};
	}

	/** Replaces the file in one step, mode 0600 (from source). */
	write(configuration: Configuration): void {
		writeAtomically(join(this.directory, 'config.json'), `${JSON.stringify(configuration, undefined, 2)}\n`);
	}

	/** Whether the executable `plugins/NAME/NAME` can be reached (from source: that is where the SDK looks). */
	hasPlugin(name: PluginName): boolean {
		return exists(join(this.directory, 'plugins', name, name));
	}

	/** Puts a stand-in for the plug-in's executable in its place and returns the plug-in's directory. */
	installPlugin(name: PluginName): string {
		const directory = join(this.directory, 'plugins', name);
		mkdirSync(directory, {recursive: true, mode: 0o700});
		const executable = join(directory, name);
		writeFileSync(
			executable,
			'#!/bin/sh\necho "stand-in of the simulated ibmcloud: not to be run by itself" >&2\nexit 1\n',
		);
		chmodSync(executable, 0o755);
		return directory;
	}
}

/** What a fresh or logged-out CLI has in `config.json` (from source: field names and their order). */
export function emptyConfiguration(): Configuration {
	return {
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
}
