import {outputFlag, quietFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure} from '../failure.ts';
import {scopeOf} from '../ks-scope.ts';
import type {NamedScope} from '../ks-scope.ts';
import {permissions} from '../permissions.ts';
import type {Permission} from '../permissions.ts';
import {requireAccount} from '../session.ts';
import {table} from '../table.ts';
import {findUser} from '../world.ts';
import type {User} from '../world.ts';

const usage = 'ibmcloud ks infra-permissions get [--region REGION] [--output json] [-q]';
const areas = ['virtual', 'physical', 'network', 'storage'] as const;

/** `ks infra-permissions get`: whose account is in force, and what its user lacks. */
export const infraPermissionsCommand: Command = {
	names: ['ks infra-permissions get'],
	plugin: 'container-service',
	flags: [valueFlag('--region'), outputFlag, quietFlag],
	usage,
	effect: 'read',
	latencyMs: 1400,
	run: getInfraPermissions,
};

function getInfraPermissions(call: Call): void {
	const asJson = wantsJson(call.parsed);
	// The region is required only if none is targeted (documented).
	const region = call.parsed.value('--region') ?? requireAccount(call).session.configuration.Region;
	const scope = scopeOf(call, region);
	const {account, isManual, user} = inForce(call, scope);
	const missing = missingPermissions(call, user);
	if (asJson) {
		call.terminal.json(asJsonAnswer(account, isManual, missing));
		return;
	}
	// The name of the group is empty where none is targeted (seen).
	call.terminal.say(call.terminal.words('analyzing', {group: scope.isGroupTargeted ? scope.group.name : ''}));
	const way = isManual ? 'manually set IaaS credentials' : 'linked account API key';
	call.terminal.say(
		`Retrieved suggested and required infrastructure permissions that are missing for account ID ${account} with infrastructure access set up by ${way}.`,
	);
	call.terminal.ok();
	for (const area of areas) {
		const heading =
			area === 'virtual' || area === 'physical' ? `${capitalised(area)} Worker` : capitalised(area);
		const rows = missing
			.filter((permission) => permission.area === area)
			.map((permission) => [permission.label, permission.level]);
		call.terminal.say('', `Missing ${heading} Permissions`, '');
		call.terminal.say(...(rows.length === 0 ? [call.terminal.words('nothingMissing')] : table(rows)));
	}
	call.terminal.say('', "To set infrastructure permissions, see 'https://ibm.biz/infra-permission'");
}

/** The classic account in force: that of the pair set by hand, else the linked one (documented). */
function inForce(
	call: Call,
	scope: NamedScope,
): {readonly account: string; readonly isManual: boolean; readonly user: User | undefined} {
	const stored = call.server.credential(scope);
	if (stored.username !== null) {
		// The service has to use the pair to read the rights: a wrong key shows here at the latest (inferred).
		if (!call.server.isPairValid(stored))
			throw new Failure('SoftLayer_Exception_User_Customer_Unauthorized: Invalid API key');
		const found = findUser(call.world, stored.username);
		return {account: found?.number ?? '', isManual: true, user: found?.user};
	}
	if (scope.account.classicNumber === undefined) {
		throw new Failure(
			'We were unable to connect to your Softlayer account. Creating a standard cluster requires that you have either a Pay-As-You-Go account that is linked to an IBM Cloud infrastructure account term or that you have used the Kubernetes service CLI to set your Infrastructure API keys.',
		);
	}
	const linked = call.world.classicAccounts.find(
		(candidate) => candidate.number === scope.account.classicNumber,
	);
	return {
		account: scope.account.classicNumber,
		isManual: false,
		user: linked?.users.find((user) => user.isMaster === true),
	};
}

function missingPermissions(call: Call, user: User | undefined): Permission[] {
	if (user === undefined || user.isMaster === true) return [];
	const {granted, revoked} = call.server.user(user);
	const withheld = new Set([
		...call.world.withheldPermissions.filter((key) => !granted.includes(key)),
		...revoked,
	]);
	return permissions.filter((permission) => withheld.has(permission.key));
}

/** The shape of the REST model; the spelling of `accountType` and labels instead of keys are guesses (inferred). */
function asJsonAnswer(account: string, isManual: boolean, missing: readonly Permission[]): object {
	const group = (area: Permission['area'], level: Permission['level']) => {
		const labels = missing
			.filter((permission) => permission.area === area && permission.level === level)
			.map(({label}) => label);
		return labels.length === 0 ? {insufficient: false} : {insufficient: true, missingPermissions: labels};
	};
	const both = (area: Permission['area']) => ({
		recommended: group(area, 'suggested'),
		required: group(area, 'required'),
	});
	return {
		account,
		accountType: isManual ? 'IaaS' : 'linked',
		networkManagerPermissions: both('network'),
		physicalWorkerManagerPermissions: both('physical'),
		storageManagerPermissions: both('storage'),
		virtualWorkerManagerPermissions: both('virtual'),
	};
}

function capitalised(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
