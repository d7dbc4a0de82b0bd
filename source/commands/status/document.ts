import {errorDocument, outcomeDocument} from '../../documents/change-document.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {version} from '../built.ts';
import {isAsExpected, usernameInCell} from './matrix.ts';
import type {Cells} from './read-cells.ts';

interface Told extends Partial<Omit<Extract<Cells, {readonly cells: unknown}>, 'ok'>> {
	/** What `--expect` says. */
	readonly expected?: string | undefined;
	readonly error?: CliError;
}

/** The one JSON document of `status --output json`; given back with `@FILE`, it is what is expected. */
export function statusDocument(
	exitStatus: number,
	{cells = [], gaps = [], place, expected, error}: Told = {},
): Record<string, unknown> {
	const account = place?.account;
	return {
		schemaVersion: 2,
		command: 'status',
		exitStatus,
		program: version,
		time: new Date().toISOString(),
		account:
			account === undefined
				? null
				: {id: account.id, name: account.name, number: place?.classicAccount ?? null},
		operator: place?.user ?? null,
		expected: expected ?? null,
		scopes: cells.map((cell) => ({
			region: cell.scope.region,
			resourceGroup: cell.scope.group,
			credential: outcomeDocument(cell.credential),
			classicClusters: cell.clusters ?? null,
			...(cell.expected === undefined ? {} : {expected: cell.expected, found: usernameInCell(cell)}),
			asExpected: cell.expected === undefined || !cell.credential.ok ? null : isAsExpected(cell),
		})),
		unread: gaps.map(({kind, region, group, cluster, error: reason}) => ({
			kind,
			region: region ?? null,
			resourceGroup: group ?? null,
			classicCluster: cluster ?? null,
			error: errorDocument(reason),
		})),
		error: errorDocument(error),
	};
}
