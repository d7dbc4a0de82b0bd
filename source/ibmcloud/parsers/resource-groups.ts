import type {ResourceGroup} from '../types.ts';
import {cleanLine} from '../../secrets/clean.ts';
import {fieldOf, listOf, parseJson, rowsIn, textOf} from './fields.ts';

/**
 * The resource groups that the caller may see, from `ibmcloud resource groups --output json` (seen in
 * scripts: `id`, `name`, `default`), or from its table. `Default` and `default` are two groups: no name is
 * changed.
 */
export function parseResourceGroups(stdout: string): readonly ResourceGroup[] | undefined {
	const list = listOf(parseJson(stdout));
	const groups = list === undefined ? fromTable(stdout) : list.map((element) => fromElement(element));
	return groups?.filter(
		({id, name}, index) => id !== '' && name !== '' && groups.findIndex((other) => other.id === id) === index,
	);
}

function fromElement(element: unknown): ResourceGroup {
	return {
		id: textOf(element, 'id', 'guid'),
		name: textOf(element, 'name'),
		isDefault: String(fieldOf(element, 'default', 'is_default')).toLowerCase() === 'true',
	};
}

/** Rows are `Name  ID  Default Group  State`, the id 32 hexadecimal digits (seen); heads are translated. */
function fromTable(stdout: string): readonly ResourceGroup[] | undefined {
	const rows = rowsIn(stdout, /^\s*(\S.*?)\s{2,}([0-9a-f]{32})\s+(\S+)/u);
	return rows?.map(([, name = '', id = '', mark = '']) => ({
		name: cleanLine(name),
		id,
		isDefault: mark.toLowerCase() === 'true',
	}));
}
