import {readConfiguration} from '../ibmcloud/configuration.ts';
import type {Home} from '../ibmcloud/home.ts';
import type {Outcome} from '../ibmcloud/types.ts';
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
		addApiKey: async ({id, account}) => {
			// A user's number means nothing in another account than the one that was listed.
			const home: Outcome<Home> =
				account === undefined ? {ok: true, value: homes.own} : await homes.forAccount(account);
			return home.ok ? world.client.addApiKey(home.value, id).run() : home;
		},
		configuration: () => readConfiguration(homes.own.configurationFile),
		apply: applyTools(world, options.record),
		allowRefreshToken: () => {
			world.serviceApi.allowRefreshToken();
		},
		runInteractive: options.runInteractive,
		acknowledge: options.acknowledge,
		requestFor: (scope, username) =>
			world.serviceApi.describe(scope, username === undefined ? 'unset' : 'set', username),
	};
}
