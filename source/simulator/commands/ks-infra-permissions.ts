import type {Call, Command} from '../call.ts';
import {Failure} from '../failure.ts';
import {credentialOf, findUser, isPairValid} from '../services.ts';
import type {MissingPermission, User} from '../services.ts';
import {requireAccount} from '../session.ts';
import {goJson, lines, table} from '../text.ts';
import {invalidKey, scopeOf} from './ks-credential.ts';
import type {TargetedScope} from './ks-credential.ts';

const headings = {
	virtual: 'Virtual Worker',
	physical: 'Physical Worker',
	network: 'Network',
	storage: 'Storage',
} as const;

/** `ks infra-permissions get`: whose account is in force, and what its user lacks. */
export const infraPermissionsCommand: Command = {
	names: ['ks infra-permissions get'],
	flags: '--region= --output= -q|-s',
	latency: 1400,
	run(call) {
		const {flags, services} = call;
		const {wantsJson} = flags;
		// The region is required only if none is targeted (documented).
		const region = flags.get('--region') ?? requireAccount(call).session.configuration.Region;
		const scope = scopeOf(call, region);
		const {account, isManual, user} = inForce(call, scope);
		const missing = user === undefined || user.isMaster === true ? [] : services.missingPermissions;
		return wantsJson
			? goJson(permissionsJson(account, isManual, missing))
			: permissionsText(call, scope, account, isManual, missing);
	},
};

interface InForce {
	readonly account: string;
	readonly isManual: boolean;
	readonly user: User | undefined;
}

/** The classic account in force: that of the pair set by hand, else the linked one (documented). */
function inForce({services}: Call, scope: TargetedScope): InForce {
	const credential = credentialOf(services, scope);
	if (credential.username !== null) {
		// The service has to use the pair to read the rights: a wrong key shows here at the latest (inferred).
		if (!isPairValid(services, credential)) throw new Failure(invalidKey);
		const found = findUser(services, credential.username);
		return {account: found?.number ?? '', isManual: true, user: found?.user};
	}
	const {classicNumber} = scope.linked;
	if (classicNumber === undefined) {
		throw new Failure(
			'We were unable to connect to your Softlayer account. Creating a standard cluster requires that you have either a Pay-As-You-Go account that is linked to an IBM Cloud infrastructure account term or that you have used the Kubernetes service CLI to set your Infrastructure API keys.',
		);
	}
	const user = services.users[classicNumber]?.find(({isMaster}) => isMaster === true);
	return {account: classicNumber, isManual: false, user};
}

function permissionsText(
	{voice}: Call,
	scope: TargetedScope,
	account: string,
	isManual: boolean,
	missing: readonly MissingPermission[],
): string {
	const way = isManual ? 'manually set IaaS credentials' : 'linked account API key';
	const blocks = Object.entries(headings).map(([name, heading]) => {
		const rows = missing.filter(({area}) => area === name).map(({label, level}) => [label, level]);
		const content = rows.length === 0 ? lines(voice.sentence('nothingMissing')) : table(rows);
		return lines('', `Missing ${heading} Permissions`, '') + content;
	});
	return [
		// The name of the group is empty where none is targeted (seen).
		lines(
			voice.sentence('analyzing', {group: scope.isGroupTargeted ? scope.group : ''}),
			`Retrieved suggested and required infrastructure permissions that are missing for account ID ${account} with infrastructure access set up by ${way}.`,
		),
		voice.ok,
		...blocks,
		lines('', "To set infrastructure permissions, see 'https://ibm.biz/infra-permission'"),
	].join('');
}

/** The shape of the REST model; the spelling of `accountType` and labels instead of keys are guesses (inferred). */
function permissionsJson(account: string, isManual: boolean, missing: readonly MissingPermission[]): object {
	const group = (wanted: string, wantedLevel: string) => {
		const labels = missing
			.filter(({area, level}) => area === wanted && level === wantedLevel)
			.map(({label}) => label);
		return labels.length === 0 ? {insufficient: false} : {insufficient: true, missingPermissions: labels};
	};
	const both = (area: string) => ({
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
