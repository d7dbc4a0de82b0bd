import {documentVersion, errorDocument, outcomeDocument} from '../../documents/change-document.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import type {Gap, StatusCell} from './matrix.ts';

export interface StatusDocumentOptions {
	readonly cells?: readonly StatusCell[];
	readonly gaps?: readonly Gap[];
	readonly expected?: string | undefined;
	readonly differing?: readonly StatusCell[];
	readonly error?: CliError;
	readonly exitStatus: number;
}

/** The one JSON document of `status --output json`. */
export function statusDocument({
	cells = [],
	gaps = [],
	expected,
	differing = [],
	error,
	exitStatus,
}: StatusDocumentOptions): Record<string, unknown> {
	return {
		schemaVersion: documentVersion,
		command: 'status',
		exitStatus,
		expected: expected ?? null,
		scopes: cells.map((cell) => ({
			region: cell.scope.region,
			resourceGroup: cell.scope.group,
			credential: outcomeDocument(cell.credential),
			classicClusters: cell.clusters ?? null,
			asExpected: expected === undefined || !cell.credential.ok ? null : !differing.includes(cell),
		})),
		unread: gaps.map(({kind, region, group, cluster, error: reason}) => ({
			kind,
			region: region ?? null,
			resourceGroup: group ?? null,
			classicCluster: cluster ?? null,
			error: errorDocument(reason),
		})),
		error: error === undefined ? null : errorDocument(error),
	};
}
