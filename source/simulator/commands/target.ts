import {outputFlag, quietFlag, switchFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure} from '../failure.ts';
import {platformRegions} from '../regions.ts';
import {requireSession} from '../session.ts';
import {accountText, targetText} from '../target-text.ts';
import {groupFields, logIn, readClaims} from '../token.ts';

/** `ibmcloud target`: shows, or changes what is targeted for everybody who uses this configuration directory. */
export const targetCommand: Command = {
	names: ['target'],
	flags: [
		valueFlag('-c'),
		valueFlag('-g'),
		valueFlag('-r'),
		switchFlag('--unset-region'),
		switchFlag('--unset-resource-group'),
		outputFlag,
		quietFlag,
	],
	usage:
		'ibmcloud target [-r REGION | --unset-region] [-c ACCOUNT_ID] [-g RESOURCE_GROUP | --unset-resource-group]',
	effect: 'local',
	latencyMs: 400,
	run: runTarget,
};

function runTarget(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const changes = ['-c', '-g', '-r', '--unset-region', '--unset-resource-group'].some((name) =>
		call.parsed.has(name),
	);
	if (readClaims(call.home.read().IAMToken) === undefined) {
		showLoggedOut(call, asJson);
		return;
	}
	// Showing needs no valid session: everything is in the file (inferred).
	const said = changes ? changeTarget(call) : [];
	if (asJson) {
		call.terminal.json(targetJson(call));
		return;
	}
	call.terminal.say(...said, '', ...targetText(call));
}

function showLoggedOut(call: Call, asJson: boolean): void {
	const configuration = call.home.read();
	// Which line goes to which stream is inferred; what JSON mode prints is unknown.
	if (!asJson) {
		call.terminal.say(`API endpoint:      ${configuration.APIEndpoint}`);
		if (configuration.Region !== '') call.terminal.say(`Region:            ${configuration.Region}`);
	}
	throw new Failure(call.terminal.words('notLoggedIn'));
}

function changeTarget(call: Call): string[] {
	const {parsed, world, home} = call;
	const session = requireSession(call);
	let configuration = session.configuration;
	let account = session.account;
	const said: string[] = [];
	const accountId = parsed.value('-c');
	if (accountId !== undefined) {
		account = world.accounts.find((candidate) => candidate.guid === accountId);
		if (account === undefined) throw new Failure(`BSS Account '${accountId}' was not found.`);
		// Documented that it is not possible; the wording is unknown.
		if (session.grantType === 'apikey' && account.guid !== session.account?.guid) {
			throw new Failure(
				'The account cannot be switched because you logged in with an API key, which belongs to one account.',
			);
		}
		// The targeted group belongs to the account and is lost (inferred).
		configuration = logIn(configuration, world, account, session);
		said.push(`Targeted account ${accountText(account)}`, '');
	}
	const region = parsed.value('-r');
	if (region !== undefined) {
		if (!platformRegions.some(([name]) => name === region))
			throw new Failure(`Region '${region}' was not found.`);
		configuration = {...configuration, Region: region};
		said.push(`Switched to region ${region}`);
	}
	const groupName = parsed.value('-g');
	if (groupName !== undefined) {
		const group = account?.groups.find(
			(candidate) => candidate.name === groupName || candidate.id === groupName,
		);
		if (group === undefined) throw new Failure(`Resource group '${groupName}' was not found.`);
		configuration = {...configuration, ResourceGroup: groupFields(group)};
		said.push(`Targeted resource group ${group.name}`, '');
	}
	if (parsed.has('--unset-region')) configuration = {...configuration, Region: ''};
	if (parsed.has('--unset-resource-group'))
		configuration = {...configuration, ResourceGroup: groupFields(undefined)};
	home.write(configuration);
	return said;
}

/** Field names are those that public scripts read (seen); what is not targeted is absent (unknown). */
function targetJson(call: Call): object {
	const {Region, Account, ResourceGroup, APIEndpoint} = call.home.read();
	return {
		api_endpoint: APIEndpoint,
		...(Region === '' ? {} : {region: {name: Region, mccp_id: Region}}),
		user: {display_name: call.world.operator.name, user_email: call.world.operator.email},
		...(Account.GUID === '' ? {} : {account: {guid: Account.GUID, name: Account.Name, owner: Account.Owner}}),
		...(ResourceGroup.GUID === ''
			? {}
			: {
					resource_group: {
						guid: ResourceGroup.GUID,
						name: ResourceGroup.Name,
						state: ResourceGroup.State,
						default: ResourceGroup.Default,
					},
				}),
	};
}
