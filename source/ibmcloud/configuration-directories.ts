import path from 'node:path';
import type {Environment} from '../shell/environment.ts';
import {isAboutLogin} from './error-kinds.ts';
import type {Client} from './client.ts';
import {configurationPath} from './configuration-file.ts';
import {readConfiguration} from './configuration.ts';
import {makePrivateCopy, type PrivateCopy} from './private-copy.ts';
import type {Account, ConfigurationDirectory, Outcome, ResourceGroup, Target} from './types.ts';

type Group = Pick<ResourceGroup, 'id' | 'name'>;

export type ConfigurationDirectories = ReturnType<typeof createConfigurationDirectories>;

interface ConfigurationDirectoriesOptions {
	readonly client: Client;
	/** Where private copies are made. */
	readonly copiesDirectory: string;
	readonly environment: Environment;
	readonly homeDirectory: string;
	/** The group that `ibmcloud target` has named, where the configuration file has none. */
	readonly targetedGroup: () => {readonly id: string} | undefined;
}

/**
 * Which configuration a command has to run in, so that the operator's own target never changes; copies
 * nothing yet.
 */
export function createConfigurationDirectories(options: ConfigurationDirectoriesOptions) {
	const {client, copiesDirectory, environment, homeDirectory, targetedGroup} = options;
	const operators: ConfigurationDirectory = {
		name: 'own',
		environment: {},
		configurationFile: configurationPath(environment, homeDirectory),
	};
	const copies = createCopies(client, operators, copiesDirectory);
	const made = new Map<string, Promise<Outcome<ConfigurationDirectory>>>();
	/** Groups that were targeted when first asked for: a later change is noticed, not followed. */
	const inOwn = new Set<string>();

	const once = async (key: string, ...target: Targeting) => {
		const promise = made.get(key) ?? copies.make(...target);
		made.set(key, promise);
		const outcome = await promise;
		// A failure is not kept: the next one who asks tries again.
		if (!outcome.ok && made.get(key) === promise) {
			made.delete(key);
		}

		return outcome;
	};

	return {
		operators,
		/**
		 * The directory in which a group is targeted: the operator's, or a private copy, made once per group.
		 */
		async forGroup(group: Group): Promise<Outcome<ConfigurationDirectory>> {
			const targeted = readConfiguration(operators.configurationFile)?.group ?? targetedGroup();
			const key = `group ${group.id}`;
			if (targeted?.id === group.id && !made.has(key)) {
				inOwn.add(group.id);
			}

			return inOwn.has(group.id)
				? {ok: true, value: operators}
				: once(
						key,
						async (directory) => targetGroup(client, directory, group),
						(target) => target.group?.id === group.id || target.group?.name === group.name,
					);
		},
		/** A private copy in which another account of the same login is targeted. */
		forAccount: async ({id}: Account) =>
			once(
				`account ${id}`,
				async (directory) => client.targetAccount(directory, id).run(),
				(target) => target.account?.id === id,
			),
		/** Removes every private copy; after a login the next one is made from what the operator has now. */
		renew() {
			made.clear();
			copies.removeAll();
		},
		removeAll: copies.close,
	};
}

/** By name (documented), or by id where a name cannot be given. The probe has the last word. */
async function targetGroup(
	client: Client,
	directory: ConfigurationDirectory,
	group: Group,
): Promise<Outcome<void>> {
	const byName = await client.targetGroup(directory, group.name).run();
	return byName.ok || isAboutLogin(byName.error) ? byName : client.targetGroup(directory, group.id).run();
}

/** An access token that lasts shorter (milliseconds) is refreshed by the operator's own directory first. */
const shortestTokenLife = 5 * 60_000;

/** How something else is targeted, and whether what is targeted then is what is meant. */
type Targeting = readonly [
	retarget: (directory: ConfigurationDirectory) => Promise<Outcome<void>>,
	proves: (target: Target) => boolean,
];

/** The private copies of the operator's configuration, each with a target of its own; makes none yet. */
function createCopies(client: Client, operators: ConfigurationDirectory, copiesDirectory: string) {
	const copies: PrivateCopy[] = [];
	let isClosed = false;
	const removeAll = (): void => {
		for (const copy of copies.splice(0)) {
			copy.remove();
		}
	};

	return {
		async make(...target: Targeting): Promise<Outcome<ConfigurationDirectory>> {
			// Two directories would refresh a token that is about to end: the operator's does it first.
			const expiry = readConfiguration(operators.configurationFile)?.tokenExpiresAt;
			if (expiry !== undefined && expiry - Date.now() < shortestTokenLife) {
				await client.resourceGroups(operators).run();
			}

			let copy: PrivateCopy;
			try {
				copy = await makePrivateCopy(path.dirname(operators.configurationFile), copiesDirectory);
			} catch (error) {
				return refused(client, operators, error instanceof Error ? error.message : '');
			}

			copies.push(copy);
			const outcome = isClosed
				? refused(client, operators, '')
				: await retargeted(copy.directory, client, operators, ...target);
			if (!outcome.ok) {
				copy.remove();
			}

			return outcome;
		},
		removeAll,
		/** Removes all of them, and from now on whichever is being made. */
		close: (): void => {
			isClosed = true;
			removeAll();
		},
	};
}

/**
 * Targets something else in a copy, and shows that the CLI really reads the copy: what was targeted there is
 * answered there, and the operator's own target is as it was. That `IBMCLOUD_HOME` works so is documented;
 * that it works with linked plug-ins is inferred, hence this.
 */
async function retargeted(
	directory: ConfigurationDirectory,
	client: Client,
	operators: ConfigurationDirectory,
	...[retarget, proves]: Targeting
): Promise<Outcome<ConfigurationDirectory>> {
	const before = targetIn(operators);
	const targeted = await retarget(directory);
	if (!targeted.ok) {
		return isAboutLogin(targeted.error) ? targeted : refused(client, operators, targeted.error.words);
	}

	const target = await client.target(directory).run();
	const isUntouched = targetIn(operators) === before;
	return target.ok && proves(target.value) && isUntouched
		? {ok: true, value: directory}
		: refused(client, operators, target.ok ? '' : target.error.words);
}

function refused(client: Client, operators: ConfigurationDirectory, words: string): Outcome<never> {
	return {ok: false, error: {kind: 'copy-refused', words, command: client.target(operators).command}};
}

/** The file's bytes may change meanwhile, when the CLI refreshes its token; what is targeted may not. */
function targetIn({configurationFile}: ConfigurationDirectory): string {
	const {account, group, region} = readConfiguration(configurationFile) ?? {};
	return JSON.stringify([account?.id, group?.id, region]);
}
