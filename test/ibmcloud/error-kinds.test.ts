import assert from 'node:assert/strict';
import {test} from 'node:test';
import {errorKinds, isPrerequisite} from '../../source/ibmcloud/error-kinds.ts';
import type {ErrorKind} from '../../source/ibmcloud/types.ts';

test('what has to be there first ends with 3: CLI, plug-in, login, target, role, and safe places', () => {
	const kinds = Object.keys(errorKinds) as ErrorKind[];
	assert.deepEqual(kinds.filter((kind) => isPrerequisite({kind, command: ''})).toSorted(), [
		'address-restricted',
		'cli-missing',
		'cli-not-executable',
		'cli-unsafe',
		'copy-refused',
		'no-account-targeted',
		'no-group-targeted',
		'not-logged-in',
		'place-unsafe',
		'plugin-missing',
		'role-too-low',
		'session-expired',
	]);
});
