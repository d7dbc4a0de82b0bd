import type {Command} from '../call.ts';
import {coreCommands} from './core.ts';
import {clusterCommands} from './ks-cluster.ts';
import {credentialCommands} from './ks-credential.ts';
import {infraPermissionsCommand} from './ks-infra-permissions.ts';
import {loginCommand} from './login.ts';
import {pluginCommands} from './plugin.ts';
import {userCommands} from './sl-user.ts';
import {targetCommand} from './target.ts';

const commands: readonly Command[] = [
	...coreCommands,
	...pluginCommands,
	loginCommand,
	targetCommand,
	...userCommands,
	...credentialCommands,
	infraPermissionsCommand,
	...clusterCommands,
];

/** Other names of the `ks` namespace (`oc` is seen in place of it; the others are the plug-in's aliases, documented). */
const namespaceAliases = ['oc', 'cs', 'kubernetes-service', 'container-service'];

/** Finds the command that the words stand for, and what follows them. */
export function findCommand(
	args: readonly string[],
): {readonly command: Command; readonly rest: readonly string[]} | undefined {
	const words = args.map((word, index) => (index === 0 && namespaceAliases.includes(word) ? 'ks' : word));
	for (const command of commands) {
		for (const name of command.names) {
			const parts = name.split(' ');
			if (parts.every((part, index) => words[index] === part))
				return {command, rest: args.slice(parts.length)};
		}
	}
	return undefined;
}
