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
	readonly copiesDirectory: string;
	readonly environment: Environment;
	readonly homeDirectory: string;
	/** The group named by `ibmcloud target`, used if the configuration file names none. */
	readonly targetedGroup: () => {readonly id: string} | undefined;
}

/** How to target a group or account, and how to check that it is the one targeted afterwards. */
type Targeting = readonly [
	retarget: (directory: ConfigurationDirectory) => Promise<Outcome<void>>,
	proves: (target: Target) => boolean,
];

/** Milliseconds. An access token that expires sooner is first refreshed in the operator's own directory. */
const shortestTokenLife = 5 * 60_000;

/** The operator's configuration, and copies made on request so that the operator's target never changes. */
export class ConfigurationDirectories {
	readonly operators: ConfigurationDirectory;
	readonly #options: ConfigurationDirectoriesOptions;
	readonly #made = new Map<string, Promise<Outcome<ConfigurationDirectory>>>();
	readonly #copies: PrivateCopy[] = [];
	/** Groups that were targeted when first requested; a later change is noticed but not followed. */
	readonly #inOwn = new Set<string>();
	#isClosed = false;

	constructor(options: ConfigurationDirectoriesOptions) {
		const configurationFile = configurationPath(options.environment, options.homeDirectory);
		this.#options = options;
		this.operators = {name: 'own', environment: {}, configurationFile};
	}

	/** Returns the directory where a group is targeted: the operator's, or a private copy, one per group. */
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

		/** Targets by name (documented), or by id if the name fails. The probe has the last word. */
		const retarget = async (directory: ConfigurationDirectory): Promise<Outcome<void>> => {
			const byName = await client.targetGroup(name)(directory).run();
			return byName.ok || isAboutLogin(byName.error) ? byName : client.targetGroup(id)(directory).run();
		};
		return this.#once(key, retarget, ({group}) => group?.id === id || group?.name === name);
	}

	/** Returns a private copy in which another account of the same login is targeted. */
	async forAccount({id}: Account): Promise<Outcome<ConfigurationDirectory>> {
		return this.#once(
			`account ${id}`,
			async (directory) => this.#options.client.targetAccount(id)(directory).run(),
			({account}) => account?.id === id,
		);
	}

	/** Removes every private copy. After a login, the next is made from the operator's new configuration. */
	renew(): void {
		this.#made.clear();
		this.#removeCopies();
	}

	/** Removes every private copy for good, including any that is still being made. */
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
		// A failure is not cached: the next caller tries again.
		if (!outcome.ok && this.#made.get(key) === promise) {
			this.#made.delete(key);
		}

		return outcome;
	}

	async #make(...target: Targeting): Promise<Outcome<ConfigurationDirectory>> {
		const {client, copiesDirectory} = this.#options;
		const {configurationFile} = this.operators;
		// Both directories would refresh a token that is about to expire, so the operator's does it first.
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
	 * Targets something else in a copy and proves that the CLI reads it: the new target is there, and the
	 * operator's is unchanged. That `IBMCLOUD_HOME` works so is documented; with linked plug-ins, inferred.
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

/** Returns what the file targets. The CLI may change its bytes to refresh a token, but not the target. */
function targetIn({configurationFile}: ConfigurationDirectory): string {
	const {account, group, region} = readConfiguration(configurationFile) ?? {};
	return JSON.stringify([account?.id, group?.id, region]);
}
