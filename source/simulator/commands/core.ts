import type {Call, Command} from '../call.ts';
import {requireAccount, requireSession} from '../session.ts';
import {goJson, lines, table} from '../text.ts';

const common = '--output|-o= -q|--quiet';

/** Version, accounts, resource groups and tokens. */
export const coreCommands: readonly Command[] = [
	{
		names: ['version', '-v', '--version'],
		flags: '-q',
		latency: 100,
		// The form is seen in old transcripts; that current versions keep it is inferred.
		run: () => lines('ibmcloud version 2.38.1+5a84b9b-2026-07-15T17:07:07+00:00'),
	},
	{names: ['account show'], flags: common, latency: 700, run: showAccount},
	{names: ['account list'], flags: common, latency: 800, run: listAccounts},
	{names: ['resource groups'], flags: common, latency: 900, run: listGroups},
	{names: ['iam oauth-tokens'], flags: common, latency: 400, run: showTokens},
];

function showAccount(call: Call): string {
	const {guid, name, classicNumber} = requireAccount(call).account;
	// `account_id` and `ims_account_id` are read by public scripts (seen); the rest is guessed.
	if (call.flags.wantsJson)
		return goJson({account_id: guid, name, owner_id: 'IBMid-0000001234', ims_account_id: classicNumber});
	return [
		lines(`Retrieving account ${name} of ${call.services.operator.email}...`),
		call.voice.ok,
		lines('', `Account ID:           ${guid}`, `Account name:         ${name}`),
		classicNumber === undefined ? '' : lines(`IMS account ID:       ${classicNumber}`),
	].join('');
}

function listAccounts(call: Call): string {
	requireSession(call);
	const {accounts, operator} = call.services;
	if (call.flags.wantsJson) {
		// One of two shapes seen in public scripts.
		return goJson(
			accounts.map(({guid, name, owner}) => ({account_id: guid, name, state: 'ACTIVE', owner_ibmid: owner})),
		);
	}
	return [
		lines(`Retrieving all accounts of ${operator.email}...`),
		call.voice.ok,
		table(
			[
				['Account GUID', 'Name', 'State', 'Owner'],
				...accounts.map(({guid, name, owner}) => [guid, name, 'ACTIVE', owner]),
			],
			true,
		),
	].join('');
}

function listGroups(call: Call): string {
	const {guid, groups} = requireAccount(call).account;
	if (call.flags.wantsJson) {
		return goJson(
			groups.map(({id, name, isDefault}) => ({
				id,
				crn: `crn:v1:bluemix:public:resource-controller::a/${guid}::resource-group:${id}`,
				account_id: guid,
				name,
				state: 'ACTIVE',
				default: isDefault,
			})),
		);
	}
	return [
		lines(`Retrieving all resource groups under account ${guid} as ${call.services.operator.email}...`),
		call.voice.ok,
		table(
			[
				['Name', 'ID', 'Default Group', 'State'],
				...groups.map(({id, name, isDefault}) => [name, id, String(isDefault), 'ACTIVE']),
			],
			true,
		),
	].join('');
}

function showTokens(call: Call): string {
	const {IAMToken} = requireSession(call).configuration;
	return call.flags.wantsJson ? goJson({iam_token: IAMToken}) : lines(`IAM token:  ${IAMToken}`);
}
