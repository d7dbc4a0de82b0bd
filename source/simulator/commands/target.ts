import type {Call, Command} from '../call.ts';
import {Failure} from '../failure.ts';
import {platformRegions} from '../regions.ts';
import type {Account} from '../services.ts';
import {requireSession} from '../session.ts';
import {goJson, lines} from '../text.ts';
import {groupFields, logIn, readClaims} from '../token.ts';

/** `ibmcloud target`: shows, or changes what is targeted for everybody who uses this configuration directory. */
export const targetCommand: Command = {
	names: ['target'],
	flags: '-c= -g= -r= --unset-region --unset-resource-group --output|-o= -q|--quiet',
	latency: 400,
	run(call) {
		const {home, flags, voice} = call;
		const configuration = home.read();
		if (readClaims(configuration.IAMToken) === undefined) {
			// Which line goes to which stream is inferred; what JSON mode prints is unknown.
			if (!flags.wantsJson) call.say(...placeLines(call));
			throw new Failure(voice.sentence('notLoggedIn'));
		}
		// Showing needs no valid session: everything is in the file (inferred).
		const changes = ['-c', '-g', '-r', '--unset-region', '--unset-resource-group'];
		const said = changes.some((name) => flags.has(name)) ? changeTarget(call) : [];
		return flags.wantsJson ? goJson(targetJson(call)) : lines(...said, '', ...targetLines(call));
	},
};

/** Writes an account as `target` and `login` do; `<->` and the classic number only where one is linked (seen). */
export function accountText({name, guid, classicNumber}: Account): string {
	return `${name} (${guid})${classicNumber === undefined ? '' : ` <-> ${classicNumber}`}`;
}

/** Finds an account by its GUID, or fails as the CLI does. */
export function requireAccountOf(call: Call, guid: string): Account {
	const account = call.services.accounts.find((candidate) => candidate.guid === guid);
	if (account === undefined) throw new Failure(`BSS Account '${guid}' was not found.`);
	return account;
}

/** Gives the fields of the group of this name or id, or fails as the CLI does. */
export function requireGroupFields(
	account: Account | undefined,
	wanted: string,
): ReturnType<typeof groupFields> {
	const group = account?.groups.find(({name, id}) => name === wanted || id === wanted);
	if (group === undefined) throw new Failure(`Resource group '${wanted}' was not found.`);
	return groupFields(group);
}

/** Gives the lines that `target` and `login` end with (seen). */
export function targetLines(call: Call): string[] {
	const {Region, Account, ResourceGroup} = call.home.read();
	const account = call.services.accounts.find(({guid}) => guid === Account.GUID);
	const noAccount = "No account targeted, use 'ibmcloud target -c ACCOUNT_ID'";
	return [
		...placeLines(call),
		...(Region === '' ? ["Region:            No region targeted, use 'ibmcloud target -r REGION'"] : []),
		`User:              ${call.services.operator.email}`,
		`Account:           ${account === undefined ? noAccount : accountText(account)}`,
		`Resource group:    ${ResourceGroup.Name || call.voice.sentence('noGroup')}`,
	];
}

function placeLines({home}: Call): string[] {
	const {APIEndpoint, Region} = home.read();
	return [`API endpoint:      ${APIEndpoint}`, ...(Region === '' ? [] : [`Region:            ${Region}`])];
}

function changeTarget(call: Call): string[] {
	const {flags, services, home} = call;
	const session = requireSession(call);
	let {configuration, account} = session;
	const said: string[] = [];
	const accountId = flags.get('-c');
	if (accountId !== undefined) {
		account = requireAccountOf(call, accountId);
		// Documented that it is not possible; the wording is unknown.
		if (session.grantType === 'apikey' && account.guid !== session.account?.guid) {
			throw new Failure(
				'The account cannot be switched because you logged in with an API key, which belongs to one account.',
			);
		}
		// The targeted group belongs to the account and is lost (inferred).
		configuration = logIn(configuration, services, account, session);
		said.push(`Targeted account ${accountText(account)}`, '');
	}
	const region = flags.get('-r');
	if (region !== undefined) {
		if (!platformRegions.includes(region)) throw new Failure(`Region '${region}' was not found.`);
		configuration = {...configuration, Region: region};
		said.push(`Switched to region ${region}`);
	}
	const group = flags.get('-g');
	if (group !== undefined) {
		configuration = {...configuration, ResourceGroup: requireGroupFields(account, group)};
		said.push(`Targeted resource group ${configuration.ResourceGroup.Name}`, '');
	}
	if (flags.has('--unset-region')) configuration = {...configuration, Region: ''};
	if (flags.has('--unset-resource-group'))
		configuration = {...configuration, ResourceGroup: groupFields(undefined)};
	home.write(configuration);
	return said;
}

/** Field names are those that public scripts read (seen); what is not targeted is absent (unknown). */
function targetJson({home, services}: Call): object {
	const {Region, Account, ResourceGroup, APIEndpoint} = home.read();
	return {
		api_endpoint: APIEndpoint,
		region: Region === '' ? undefined : {name: Region, mccp_id: Region},
		user: {display_name: services.operator.name, user_email: services.operator.email},
		account: Account.GUID === '' ? undefined : {guid: Account.GUID, name: Account.Name, owner: Account.Owner},
		resource_group:
			ResourceGroup.GUID === ''
				? undefined
				: {
						guid: ResourceGroup.GUID,
						name: ResourceGroup.Name,
						state: ResourceGroup.State,
						default: ResourceGroup.Default,
					},
	};
}
