import type {Environment} from '../shell/environment.ts';

/** A configuration of the CLI that commands run in: the operator's own, or a private copy. */
export interface ConfigurationDirectory {
	/** Names it in the keys of reads. */
	readonly name: string;
	/** Changes to a child's environment that make the CLI use it. */
	readonly environment: Environment;
	/** Its `config.json`. */
	readonly configurationFile: string;
}
