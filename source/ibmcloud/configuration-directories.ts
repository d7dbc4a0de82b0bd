import path from 'node:path';
import type {Environment} from '../shell/environment.ts';
import type {Client} from './client.ts';
import {configurationPath} from './configuration-file.ts';
import {readConfiguration} from './configuration.ts';
import {isAboutLogin} from './error-kinds.ts';
import {makePrivateCopy, type PrivateCopy} from './private-copy.ts';
import type {Account, ConfigurationDirectory, Outcome, ResourceGroup, Target} from './types.ts';

interface ConfigurationDirectoriesOptions {
	readonly client: Client;
	/** Where private copies are made. */
	readonly copiesDirectory: string;
	readonly environment: Environment;
	readonly homeDirectory: string;
	/** The group that `ibmcloud target` has named, where the configuration file has none. */
	readonly targetedGroup: () => {readonly id: string} | undefined;
}

/** How something else is targeted, and whether what is targeted then is what is meant. */
type Targeting = readonly [
	retarget: (directory: ConfigurationDirectory) => Promise<Outcome<void>>,
	proves: (target: Target) => boolean,
];

/** An access token that lasts shorter (milliseconds) is refreshed by the operator's own directory first. */
const shortestTokenLife = 5 * 60_000;

/**
 * Which configuration a command has to run in, so that the operator's own target never changes: theirs, or a
 * private copy with a target of its own. Copies nothing yet.
 */
export class ConfigurationDirectories {
	readonly operators: ConfigurationDirectory;
	readonly #options: ConfigurationDirectoriesOptions;
	readonly #made = new Map<string, Promise<Outcome<ConfigurationDirectory>>>();
	readonly #copies: PrivateCopy[] = [];
	/** Groups that were targeted when first asked for: a later change is noticed, not followed. */
	readonly #inOwn = new Set<string>();
	#isClosed = false;

	constructor(options: ConfigurationDirectoriesOptions) {
		const configurationFile = configurationPath(options.environment, options.homeDirectory);
		this.#options = options;
		this.operators = {name: 'own', environment: {}, configurationFile};
	}

	/** The directory in which a group is targeted: the operator's, or a private copy, made once per group. */
	async forGroup({id, name}: Pick<ResourceGroup, 'id' | 'name'>): Promise<Outcome<ConfigurationDirectory>> {
		const {client, targetedGroup} = this.#options;
		const targeted = readConfiguration(this.operators.configurationFile)?.group ?? targetedGroup();
		const key = `group ${id}`;
		if (targeted?.id === id && !this.#made.has(key)) {
			this.#inOwn.add(id);
		}

		if (this.#inOwn.has(id)) {
			return {ok: true, value: this.operators};
		}

		/** By name (documented), or by id where a name cannot be given. The probe has the last word. */
		const retarget = async (directory: ConfigurationDirectory): Promise<Outcome<void>> => {
			const byName = await client.targetGroup(name)(directory).run();
			return byName.ok || isAboutLogin(byName.error) ? byName : client.targetGroup(id)(directory).run();
		};
		return this.#once(key, retarget, ({group}) => group?.id === id || group?.name === name);
	}

	/** A private copy in which another account of the same login is targeted. */
	async forAccount({id}: Account): Promise<Outcome<ConfigurationDirectory>> {
		return this.#once(
			`account ${id}`,
			async (directory) => this.#options.client.targetAccount(id)(directory).run(),
			({account}) => account?.id === id,
		);
	}

	/** Removes every private copy; after a login the next one is made from what the operator has now. */
	renew(): void {
		this.#made.clear();
		this.#removeCopies();
	}

	/** Removes every private copy for good, and whichever is being made. */
	removeAll(): void {
		this.#isClosed = true;
		this.#removeCopies();
	}

	#removeCopies(): void {
		for (const copy of this.#copies.splice(0)) {
			copy.remove();
		}
	}

	async #once(key: string, ...target: Targeting): Promise<Outcome<ConfigurationDirectory>> {
		const promise = this.#made.get(key) ?? this.#make(...target);
		this.#made.set(key, promise);
		const outcome = await promise;
		// A failure is not kept: the next one who asks tries again.
		if (!outcome.ok && this.#made.get(key) === promise) {
			this.#made.delete(key);
		}

		return outcome;
	}

	async #make(...target: Targeting): Promise<Outcome<ConfigurationDirectory>> {
		const {client, copiesDirectory} = this.#options;
		const {configurationFile} = this.operators;
		// Two directories would refresh a token that is about to end: the operator's does it first.
		const expiry = readConfiguration(configurationFile)?.tokenExpiresAt;
		if (expiry !== undefined && expiry - Date.now() < shortestTokenLife) {
			await client.resourceGroups(this.operators).run();
		}

		let copy: PrivateCopy;
		try {
			copy = await makePrivateCopy(path.dirname(configurationFile), copiesDirectory);
		} catch (error) {
			return this.#refused(error instanceof Error ? error.message : '');
		}

		this.#copies.push(copy);
		const outcome = this.#isClosed ? this.#refused('') : await this.#retargeted(copy.directory, ...target);
		if (!outcome.ok) {
			copy.remove();
		}

		return outcome;
	}

	/**
	 * Targets something else in a copy, and shows that the CLI really reads the copy: what was targeted there
	 * is answered there, and the operator's own target is as it was. That `IBMCLOUD_HOME` works so is
	 * documented; that it works with linked plug-ins is inferred, hence this.
	 */
	async #retargeted(
		directory: ConfigurationDirectory,
		...[retarget, proves]: Targeting
	): Promise<Outcome<ConfigurationDirectory>> {
		const before = targetIn(this.operators);
		const targeted = await retarget(directory);
		if (!targeted.ok) {
			return isAboutLogin(targeted.error) ? targeted : this.#refused(targeted.error.words);
		}

		const target = await this.#options.client.target(directory).run();
		const isUntouched = targetIn(this.operators) === before;
		return target.ok && proves(target.value) && isUntouched
			? {ok: true, value: directory}
			: this.#refused(target.ok ? '' : target.error.words);
	}

	#refused(words: string): Outcome<never> {
		const {command} = this.#options.client.target(this.operators);
		return {ok: false, error: {kind: 'copy-refused', words, command}};
	}
}

/** The file's bytes may change meanwhile, when the CLI refreshes its token; what is targeted may not. */
function targetIn({configurationFile}: ConfigurationDirectory): string {
	const {account, group, region} = readConfiguration(configurationFile) ?? {};
	return JSON.stringify([account?.id, group?.id, region]);
}
