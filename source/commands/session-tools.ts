import {credentialSetArguments} from '../ibmcloud/client.ts';
import {readConfiguration} from '../ibmcloud/configuration.ts';
import type {ApplyTools} from '../plan/apply-tools.ts';
import type {Scope, WriterKind} from '../plan/plan.ts';
import {describeCommand} from '../shell/adapter.ts';
import {Secret} from '../secrets/secret.ts';
import type {SessionTools} from '../wizard/needs.ts';
import {applyTools} from './apply-tools.ts';
import type {World} from './world.ts';

/** What a session needs, over a world. */
export function sessionTools(
	world: World,
	options: {
		readonly record: ApplyTools['record'];
		readonly acknowledge: SessionTools['acknowledge'];
		readonly runInteractive: SessionTools['runInteractive'];
	},
): SessionTools {
	const {reads, store, homes} = world;
	return {
		reads,
		store,
		addApiKey: async (userId) => {
			const created = await world.client.addApiKey(homes.own, userId).run();
			if (created.ok) {
				world.adapter.protect(created.value);
			}

			return created;
		},
		configuration: () => readConfiguration(homes.own.configurationFile),
		apply: applyTools(world, options.record),
		runInteractive: options.runInteractive,
		acknowledge: options.acknowledge,
		protect: (secret) => {
			world.adapter.protect(secret);
		},
		commandsFor: (scope, username, writtenBy) => commandsFor(world, scope, username, writtenBy),
	};
}

const placeholder = new Secret('');

function commandsFor(
	{client, homes, serviceApi}: World,
	scope: Scope,
	username: string | undefined,
	writtenBy: WriterKind,
): readonly string[] {
	const {region} = scope;
	const change = username === undefined ? 'unset' : 'set';
	const byCli =
		username === undefined
			? client.credentialUnset(homes.own, region).command
			: describeCommand('ibmcloud', credentialSetArguments(region, username, placeholder));
	return [
		writtenBy === 'api' ? serviceApi.describe(scope, change, username) : byCli,
		client.credentialGet(homes.own, {region, groupName: scope.group.name}, () => []).command,
		client.infraPermissions(homes.own, region).command,
	];
}
