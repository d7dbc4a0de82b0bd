import type {Client} from './client.ts';
import {isAboutLogin} from './about-login.ts';
import {configurationPath} from './configuration-file.ts';
import {readConfiguration} from './configuration.ts';
import type {ConfigurationDirectory} from './configuration-directory.ts';
import type {Environment} from '../shell/environment.ts';
import {createCopies, type CopySource} from './targeted-copies.ts';
import type {Account, Outcome, ResourceGroup} from './types.ts';

type Group = Pick<ResourceGroup, 'id' | 'name'>;

/** Which configuration a command has to run in, so that the operator's own target never changes. */
export interface ConfigurationDirectories {
	readonly operators: ConfigurationDirectory;
	/** The directory in which a group is targeted: the operator's, or a private copy, made once per group. */
	forGroup(group: Group): Promise<Outcome<ConfigurationDirectory>>;
	/** A private copy in which another account of the same login is targeted. */
	forAccount(account: Account): Promise<Outcome<ConfigurationDirectory>>;
	/** Removes every private copy; after a login the next one is made from what the operator has now. */
	renew(): void;
	/** Removes every private copy, for good. */
	removeAll(): void;
}

interface ConfigurationDirectoriesOptions extends CopySource {
	readonly environment: Environment;
	readonly homeDirectory: string;
	/** The group that `ibmcloud target` has named, where the configuration file has none. */
	readonly targetedGroup: () => {readonly id: string} | undefined;
}

/** @returns the directories over the operator’s configuration; copies nothing yet. */
export function createConfigurationDirectories(
	options: ConfigurationDirectoriesOptions,
): ConfigurationDirectories {
	const {client, environment, homeDirectory, targetedGroup} = options;
	const operators: ConfigurationDirectory = {
		name: 'own',
		environment: {},
		configurationFile: configurationPath(environment, homeDirectory),
	};
	const copies = createCopies(options, operators);
	const made = new Map<string, Promise<Outcome<ConfigurationDirectory>>>();
	/** Groups that were targeted when first asked for: a later change is noticed, not followed. */
	const inOwn = new Set<string>();

	const once = async (...[key, ...target]: [string, ...Parameters<typeof copies.make>]) => {
		let promise = made.get(key);
		if (promise === undefined) {
			promise = copies.make(...target);
			made.set(key, promise);
			// A failure is not kept: the next one who asks tries again.
			void promise.then((outcome) => {
				if (!outcome.ok && made.get(key) === promise) {
					made.delete(key);
				}
			});
		}

		return promise;
	};

	return {
		operators,
		async forGroup(group) {
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
		forAccount: async ({id}) =>
			once(
				`account ${id}`,
				async (directory) => client.targetAccount(directory, id).run(),
				(target) => target.account?.id === id,
			),
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
