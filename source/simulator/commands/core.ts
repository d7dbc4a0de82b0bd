import {outputFlag, quietFlag, switchFlag, valueFlag, wantsJson} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {platformRegions} from '../regions.ts';
import {requireAccount, requireSession} from '../session.ts';
import {table} from '../table.ts';

/** Version, accounts, resource groups, regions and tokens. */
export const coreCommands: readonly Command[] = [
	{
		names: ['version', '-v', '--version'],
		flags: [],
		usage: 'ibmcloud version',
		effect: 'local',
		latencyMs: 100,
		// The form is seen in old transcripts; that current versions keep it is inferred.
		run: (call) => call.terminal.say('ibmcloud version 2.38.1+5a84b9b-2026-07-15T17:07:07+00:00'),
	},
	{
		names: ['account show'],
		flags: [outputFlag, quietFlag],
		usage: 'ibmcloud account show [--output json]',
		effect: 'read',
		latencyMs: 700,
		run: showAccount,
	},
	{
		names: ['account list'],
		flags: [switchFlag('--active'), valueFlag('--exclude'), outputFlag, quietFlag],
		usage: 'ibmcloud account list [--output json]',
		effect: 'read',
		latencyMs: 800,
		run: listAccounts,
	},
	{
		names: ['resource groups'],
		flags: [switchFlag('--default'), outputFlag, quietFlag],
		usage: 'ibmcloud resource groups [--default] [--output json]',
		effect: 'read',
		latencyMs: 900,
		run: listGroups,
	},
	{
		names: ['regions'],
		flags: [outputFlag, quietFlag],
		usage: 'ibmcloud regions [--output json]',
		effect: 'read',
		latencyMs: 500,
		run: listRegions,
	},
	{
		names: ['iam oauth-tokens'],
		flags: [outputFlag, quietFlag],
		usage: 'ibmcloud iam oauth-tokens [--output json]',
		effect: 'read',
		latencyMs: 400,
		run: showTokens,
	},
];

function showAccount(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const {account} = requireAccount(call);
	if (asJson) {
		// `account_id` and `ims_account_id` are read by public scripts (seen); the rest is guessed.
		call.terminal.json({
			account_id: account.guid,
			name: account.name,
			owner_id: 'IBMid-0000001234',
			...(account.classicNumber === undefined ? {} : {ims_account_id: account.classicNumber}),
		});
		return;
	}
	call.terminal.say(`Retrieving account ${account.name} of ${call.world.operator.email}...`);
	call.terminal.ok();
	call.terminal.say('', `Account ID:           ${account.guid}`, `Account name:         ${account.name}`);
	if (account.classicNumber !== undefined)
		call.terminal.say(`IMS account ID:       ${account.classicNumber}`);
}

function listAccounts(call: Call): void {
	const asJson = wantsJson(call.parsed);
	requireSession(call);
	const {accounts} = call.world;
	if (asJson) {
		// One of two shapes seen in public scripts.
		call.terminal.json(
			accounts.map(({guid, name, owner}) => ({account_id: guid, name, state: 'ACTIVE', owner_ibmid: owner})),
		);
		return;
	}
	call.terminal.say(`Retrieving all accounts of ${call.world.operator.email}...`);
	call.terminal.ok();
	call.terminal.table(
		table(
			[
				['Account GUID', 'Name', 'State', 'Owner'],
				...accounts.map(({guid, name, owner}) => [guid, name, 'ACTIVE', owner]),
			],
			true,
		),
	);
}

function listGroups(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const {account} = requireAccount(call);
	const groups = account.groups.filter((group) => group.isDefault || !call.parsed.has('--default'));
	if (asJson) {
		call.terminal.json(
			groups.map(({id, name, isDefault}) => ({
				id,
				crn: `crn:v1:bluemix:public:resource-controller::a/${account.guid}::resource-group:${id}`,
				account_id: account.guid,
				name,
				state: 'ACTIVE',
				default: isDefault,
			})),
		);
		return;
	}
	call.terminal.say(
		`Retrieving all resource groups under account ${account.guid} as ${call.world.operator.email}...`,
	);
	call.terminal.ok();
	call.terminal.table(
		table(
			[
				['Name', 'ID', 'Default Group', 'State'],
				...groups.map(({id, name, isDefault}) => [name, id, String(isDefault), 'ACTIVE']),
			],
			true,
		),
	);
}

function listRegions(call: Call): void {
	if (wantsJson(call.parsed)) {
		call.terminal.json(platformRegions.map(([name]) => ({Name: name})));
		return;
	}
	call.terminal.say('Listing regions...', '');
	call.terminal.table(
		table(
			[['Name', 'Display name'], ...platformRegions.map(([name, city]) => [name, `${city} (${name})`])],
			true,
		),
	);
}

function showTokens(call: Call): void {
	const asJson = wantsJson(call.parsed);
	const {configuration} = requireSession(call);
	if (asJson) call.terminal.json({iam_token: configuration.IAMToken});
	else call.terminal.say(`IAM token:  ${configuration.IAMToken}`);
}
