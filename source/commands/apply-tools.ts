import {setTimeout as wait} from 'node:timers/promises';
import {readConfiguration} from '../ibmcloud/configuration.ts';
import type {ApplyTools} from '../plan/apply-tools.ts';
import type {Ground} from '../plan/ground.ts';
import {credentialOperation} from './session-reads.ts';
import type {World} from './world.ts';

/** Targets nothing: without a group the CLI would silently take the default one of the account (documented). */
const noGroup = {id: '', name: '-'};

/**
 * Reads where the CLI stands. A file that once named a group and names none any more has changed; one that never did
 * says nothing about the group, since its form is internal to the CLI.
 */
function groundReader(): (configurationFile: string) => Ground | undefined {
	const namesGroup = new Set<string>();
	return (file) => {
		const configuration = readConfiguration(file);
		if (configuration?.group !== undefined) {
			namesGroup.add(file);
		}

		return configuration?.account === undefined
			? undefined
			: {
					accountId: configuration.account.id,
					accountName: configuration.account.name,
					group: configuration.group ?? (namesGroup.has(file) ? noGroup : undefined),
				};
	};
}

/** The two writers behind one interface: the documented CLI commands, and the service's own API. */
function writer({client, homes, serviceApi}: World): ApplyTools['write'] {
	return async (scope, plan, signal) => {
		if (plan.writer === 'api') {
			return serviceApi.write(scope, plan, signal);
		}

		const {region, group} = scope;
		const {change} = plan;
		const home = await homes.forGroup(group);
		if (!home.ok) {
			return home;
		}

		return change.kind === 'set'
			? client.credentialSet(home.value, region, change.pair.username, change.pair.apiKey).run({signal})
			: client.credentialUnset(home.value, region).run({signal});
	};
}

/** The effects of apply over a world. */
export function applyTools(world: World, record: ApplyTools['record']): ApplyTools {
	const {client, homes} = world;
	const ground = groundReader();
	// What it names now is what the review will show.
	ground(homes.own.configurationFile);
	return {
		async ground({group}) {
			const home = await homes.forGroup(group);
			return home.ok ? ground(home.value.configurationFile) : undefined;
		},
		write: writer(world),
		read: async (scope, expected, signal) =>
			credentialOperation(world, scope, () => (expected === null ? [] : [expected])).run({signal}),
		async permissions({region, group}, signal) {
			const home = await homes.forGroup(group);
			return home.ok ? client.infraPermissions(home.value, region).run({signal}) : home;
		},
		record,
		concurrency: world.concurrency,
		now: Date.now,
		async sleep(milliseconds, signal) {
			await wait(milliseconds, undefined, {signal}).catch(() => undefined);
		},
	};
}
