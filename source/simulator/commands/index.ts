import type {Command} from '../command.ts';
import {clusterCommands} from './cluster.ts';
import {coreCommands} from './core.ts';
import {credentialCommands} from './credential.ts';
import {infraPermissionsCommand} from './infra-permissions.ts';
import {otherKsCommands} from './ks-other.ts';
import {loginCommands} from './login.ts';
import {pluginCommands} from './plugin.ts';
import {userListCommand} from './sl-user-list.ts';
import {userCommands} from './sl-user.ts';
import {targetCommand} from './target.ts';

/** All commands of the simulated CLI. */
export const commands: readonly Command[] = [
	...coreCommands,
	...pluginCommands,
	...loginCommands,
	targetCommand,
	userListCommand,
	...userCommands,
	...credentialCommands,
	infraPermissionsCommand,
	...otherKsCommands,
	...clusterCommands,
];

/** Other names of the `ks` namespace (`oc` is seen in place of it; the others are the plug-in's aliases, documented). */
const namespaceAliases = ['oc', 'cs', 'kubernetes-service', 'container-service'];

/** The command that the words stand for, and what follows them; the longest match wins. */
export function findCommand(
	args: readonly string[],
): {readonly command: Command; readonly rest: readonly string[]} | undefined {
	const words = args.map((word, index) => (index === 0 && namespaceAliases.includes(word) ? 'ks' : word));
	let best: {readonly command: Command; readonly length: number} | undefined;
	for (const command of commands) {
		for (const name of command.names) {
			const parts = name.split(' ');
			if (parts.length > (best?.length ?? 0) && parts.every((part, index) => words[index] === part))
				best = {command, length: parts.length};
		}
	}
	return best && {command: best.command, rest: args.slice(best.length)};
}
