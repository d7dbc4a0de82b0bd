import {isRegionName} from '../../ibmcloud/facts/regions.ts';
import type {World} from '../world.ts';

/**
 * What IBM support asks for (documented: infrastructure troubleshooting): who owns the API key of a cluster, the target,
 * what is set, and the infrastructure permissions. Texts of the CLI, cleaned; none of them holds a secret.
 */
export async function diagnosticBundle({client, homes, reads}: World): Promise<string> {
	const [target, clusters] = await Promise.all([reads.target.start(), reads.clusters.start()]);
	const region = target.ok ? target.value.region : undefined;
	const group = target.ok ? target.value.group?.id : undefined;
	const cluster = clusters.ok
		? clusters.value.find((candidate) => candidate.region === region && candidate.groupId === group)
		: undefined;
	const commands = [
		['version'],
		['target'],
		...(region !== undefined && isRegionName(region)
			? [
					['ks', 'credential', 'get', `--region=${region}`, '-q'],
					['ks', 'infra-permissions', 'get', `--region=${region}`, '-q'],
				]
			: []),
		...(cluster === undefined ? [] : [['ks', 'api-key', 'info', `--cluster=${cluster.id}`, '-q']]),
	];
	const transcripts = await Promise.all(
		commands.map(async (args) => {
			const operation = client.transcript(homes.own, args);
			const outcome = await operation.run();
			return `$ ${operation.command}\n${outcome.ok ? outcome.value : outcome.error.words}\n`;
		}),
	);
	return transcripts.join('\n');
}
