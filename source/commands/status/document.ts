import type {CliError} from '../../ibmcloud/types.ts';
import {documentVersion, errorDocument, outcomeDocument} from '../../frontends/unattended/document.ts';
import type {StatusCell} from './matrix.ts';

export interface StatusDocumentOptions {
	readonly expected?: string | undefined;
	readonly differing?: readonly StatusCell[];
	readonly error?: CliError;
	readonly exitStatus: number;
}

/** The one JSON document of `status --output json`. */
export function statusDocument(
	cells: readonly StatusCell[],
	{expected, differing = [], error, exitStatus}: StatusDocumentOptions,
): Record<string, unknown> {
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
			asExpected: expected === undefined ? null : !differing.includes(cell),
		})),
		error: error === undefined ? null : errorDocument(error),
	};
}
