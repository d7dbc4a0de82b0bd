import {readConfiguration} from '../ibmcloud/configuration.ts';
import type {ApplyTools} from '../plan/apply-tools.ts';
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
		requestFor: (scope, username) =>
			world.serviceApi.describe(scope, username === undefined ? 'unset' : 'set', username),
	};
}
