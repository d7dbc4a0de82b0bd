import path from 'node:path';
import type {Client} from './client.ts';
import {isAboutLogin} from './about-login.ts';
import {configurationDirectory} from './configuration-file.ts';
import {readConfiguration} from './configuration.ts';
import type {ConfigurationDirectory} from './configuration-directory.ts';
import {makePrivateCopy, type PrivateCopy} from './private-copy.ts';
import type {CliError, Configuration, Outcome} from './types.ts';

/** Which configuration a command has to run in, so that the operator's own target never changes. */
export interface ConfigurationDirectories {
	readonly operators: ConfigurationDirectory;
	/** The directory in which a resource group is targeted: the operator's own, or a private copy, made once per group. */
	forGroup(group: {readonly id: string; readonly name: string}): Promise<Outcome<ConfigurationDirectory>>;
	/** A private copy in which another account of the same login is targeted. */
	forAccount(account: {readonly id: string; readonly name: string}): Promise<Outcome<ConfigurationDirectory>>;
	/** Removes every private copy; the next one that is asked for is made from what the operator has now, after a login. */
	renew(): void;
	/** Removes every private copy, for good. */
	removeAll(): void;
}

export interface ConfigurationDirectoriesOptions {
	readonly client: Client;
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeDirectory: string;
	/** Where private copies are made. */
	readonly copiesDirectory: string;
	/** The group that `ibmcloud target` has named, for where the configuration file cannot be read or names none. */
	readonly targetedGroup: () => {readonly id: string} | undefined;
	readonly now?: () => number;
}

/** An access token that lasts shorter than this (milliseconds) is refreshed in the operator's own directory before copying. */
const shortestTokenLife = 5 * 60_000;

/** @returns the directories over the operator’s configuration; copies nothing yet. */
export function createConfigurationDirectories(
	options: ConfigurationDirectoriesOptions,
): ConfigurationDirectories {
	const operatorsPath = configurationDirectory(options.environment, options.homeDirectory);
	const operators: ConfigurationDirectory = {
		name: 'own',
		environment: {},
		configurationFile: path.join(operatorsPath, 'config.json'),
	};
	const made = new Map<string, Promise<Outcome<ConfigurationDirectory>>>();
	/** Groups that were the targeted one when first asked for: a change in another terminal has to be noticed, not followed. */
	const inOwn = new Set<string>();
	const copies: PrivateCopy[] = [];
	let isClosed = false;

	const once = async (
		key: string,
		make: () => Promise<Outcome<ConfigurationDirectory>>,
	): Promise<Outcome<ConfigurationDirectory>> => {
		let promise = made.get(key);
		if (promise === undefined) {
			promise = make();
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

	const copy = async (
		retarget: (directory: ConfigurationDirectory) => Promise<Outcome<void>>,
		proves: Proof,
	): Promise<Outcome<ConfigurationDirectory>> => {
		await refreshToken(operators, options);
		let privateCopy: PrivateCopy;
		try {
			privateCopy = await makePrivateCopy(operatorsPath, options.copiesDirectory);
		} catch (error) {
			return refused(options.client, operators, error instanceof Error ? error.message : '');
		}

		copies.push(privateCopy);
		if (isClosed) {
			privateCopy.remove();
			return refused(options.client, operators, '');
		}

		const before = readConfiguration(operators.configurationFile);
		const targeted = await retarget(privateCopy.directory);
		const outcome = targeted.ok
			? await probe(privateCopy.directory, before, proves, operators, options.client)
			: isAboutLogin(targeted.error)
				? targeted
				: refused(options.client, operators, targeted.error.words);
		if (!outcome.ok) {
			privateCopy.remove();
		}

		return outcome;
	};

	const removeCopies = (): void => {
		for (const each of copies.splice(0)) {
			each.remove();
		}
	};

	return {
		operators,
		async forGroup(group) {
			const targeted = readConfiguration(operators.configurationFile)?.group ?? options.targetedGroup();
			if (targeted?.id === group.id && !made.has(`group ${group.id}`)) {
				inOwn.add(group.id);
			}

			return inOwn.has(group.id)
				? {ok: true, value: operators}
				: once(`group ${group.id}`, async () =>
						copy(
							async (directory) => targetGroup(options.client, directory, group),
							(target) => target.group?.id === group.id || target.group?.name === group.name,
						),
					);
		},
		async forAccount(account) {
			return once(`account ${account.id}`, async () =>
				copy(
					async (directory) => options.client.targetAccount(directory, account.id).run(),
					(target) => target.account?.id === account.id,
				),
			);
		},
		renew() {
			made.clear();
			removeCopies();
		},
		removeAll() {
			isClosed = true;
			removeCopies();
		},
	};
}

/** By name, as it is documented; some groups cannot be named on a command line, so then by id. The probe has the last word. */
async function targetGroup(
	client: Client,
	directory: ConfigurationDirectory,
	group: {readonly id: string; readonly name: string},
): Promise<Outcome<void>> {
	const byName = await client.targetGroup(directory, group.name).run();
	return byName.ok || isAboutLogin(byName.error) ? byName : client.targetGroup(directory, group.id).run();
}

type Proof = (target: {
	readonly group?: {readonly id: string; readonly name: string};
	readonly account?: {readonly id: string};
}) => boolean;

/** Copying an access token that is about to end would make two directories refresh it; the operator's own does it first. */
async function refreshToken(
	operators: ConfigurationDirectory,
	{client, now = Date.now}: ConfigurationDirectoriesOptions,
): Promise<void> {
	const expiry = readConfiguration(operators.configurationFile)?.tokenExpiresAt;
	if (expiry !== undefined && expiry - now() < shortestTokenLife) {
		await client.resourceGroups(operators).run();
	}
}

/**
 * Shows that the CLI really reads the copy: what was targeted there is answered there, and the operator's own target is
 * as it was. That `IBMCLOUD_HOME` works so is documented; that it works with linked plug-ins is inferred, hence the probe.
 */
async function probe(
	directory: ConfigurationDirectory,
	before: Configuration | undefined,
	proves: Proof,
	operators: ConfigurationDirectory,
	client: Client,
): Promise<Outcome<ConfigurationDirectory>> {
	const target = await client.target(directory).run();
	const isUntouched = hasSameTarget(before, readConfiguration(operators.configurationFile));
	return target.ok && proves(target.value) && isUntouched
		? {ok: true, value: directory}
		: refused(client, operators, target.ok ? '' : target.error.words);
}

/** The file's bytes may change meanwhile, when the CLI refreshes its token; what is targeted may not. */
function hasSameTarget(before: Configuration | undefined, after: Configuration | undefined): boolean {
	return (
		before?.account?.id === after?.account?.id &&
		before?.group?.id === after?.group?.id &&
		before?.region === after?.region
	);
}

function refused(client: Client, operators: ConfigurationDirectory, words: string): Outcome<never> {
	const error: CliError = {kind: 'copy-refused', words, command: client.target(operators).command};
	return {ok: false, error};
}
