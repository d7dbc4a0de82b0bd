import path from 'node:path';
import type {Client} from './client.ts';
import {isAboutLogin} from './about-login.ts';
import {readConfiguration} from './configuration.ts';
import type {ConfigurationDirectory} from './configuration-directory.ts';
import {makePrivateCopy, type PrivateCopy} from './private-copy.ts';
import type {Configuration, Outcome, Target} from './types.ts';

/** What a copy is made of, and where. */
export interface CopySource {
	readonly client: Client;
	/** Where private copies are made. */
	readonly copiesDirectory: string;
}

/** The private copies of the operator's configuration, each with a target of its own. */
export interface TargetedCopies {
	/**
	 * Makes one in which something else is targeted.
	 *
	 * @param retarget targets it there. @param proves whether what the copy has targeted then is what is
	 * meant.
	 */
	make(
		retarget: (directory: ConfigurationDirectory) => Promise<Outcome<void>>,
		proves: (target: Target) => boolean,
	): Promise<Outcome<ConfigurationDirectory>>;
	readonly removeAll: () => void;
	/** Removes all of them, and from now on whichever is being made. */
	readonly close: () => void;
}

/** An access token that lasts shorter (milliseconds) is refreshed by the operator's own directory first. */
const shortestTokenLife = 5 * 60_000;

/** @returns the copies of the operator's configuration; makes none yet. */
export function createCopies(
	{client, copiesDirectory}: CopySource,
	operators: ConfigurationDirectory,
): TargetedCopies {
	const copies: PrivateCopy[] = [];
	let isClosed = false;
	const removeAll = (): void => {
		for (const copy of copies.splice(0)) {
			copy.remove();
		}
	};

	return {
		async make(...target) {
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
		close() {
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
	...[retarget, proves]: Parameters<TargetedCopies['make']>
): Promise<Outcome<ConfigurationDirectory>> {
	const before = readConfiguration(operators.configurationFile);
	const targeted = await retarget(directory);
	if (!targeted.ok) {
		return isAboutLogin(targeted.error) ? targeted : refused(client, operators, targeted.error.words);
	}

	const target = await client.target(directory).run();
	const isUntouched = hasSameTarget(before, readConfiguration(operators.configurationFile));
	return target.ok && proves(target.value) && isUntouched
		? {ok: true, value: directory}
		: refused(client, operators, target.ok ? '' : target.error.words);
}

function refused(client: Client, operators: ConfigurationDirectory, words: string): Outcome<never> {
	return {ok: false, error: {kind: 'copy-refused', words, command: client.target(operators).command}};
}

/** The file's bytes may change meanwhile, when the CLI refreshes its token; what is targeted may not. */
function hasSameTarget(before: Configuration | undefined, after: Configuration | undefined): boolean {
	return (
		before?.account?.id === after?.account?.id &&
		before?.group?.id === after?.group?.id &&
		before?.region === after?.region
	);
}
