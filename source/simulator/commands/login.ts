import {readFileSync} from 'node:fs';

import {quietFlag, switchFlag, valueFlag} from '../arguments.ts';
import type {Call, Command} from '../command.ts';
import {Failure} from '../failure.ts';
import {emptyConfiguration} from '../home.ts';
import {ask} from '../prompt.ts';
import {platformRegions} from '../regions.ts';
import {accountText, targetText} from '../target-text.ts';
import {groupFields, logIn, newSessionId} from '../token.ts';
import type {GrantType} from '../token.ts';
import type {Account} from '../world.ts';

/** `ibmcloud login` and `logout` (documented; the dialogue is seen). */
export const loginCommands: readonly Command[] = [
	{
		names: ['login'],
		flags: [
			...['-a', '-u', '-p', '--apikey', '--profile', '-c', '-g', '-r', '--cr-token'].map((name) =>
				valueFlag(name),
			),
			...[
				'--sso',
				'--no-account',
				'--no-region',
				'--accept',
				'--vpc',
				'--vpc-cri',
				'--skip-ssl-validation',
			].map((name) => switchFlag(name)),
			quietFlag,
		],
		usage:
			'ibmcloud login [-a API_ENDPOINT] [--sso] [-u USER] [-p PASSWORD] [--apikey KEY|@FILE] [-c ACCOUNT_ID] [-g GROUP] [-r REGION]',
		effect: 'local',
		latencyMs: 600,
		run: runLogin,
	},
	{
		names: ['logout'],
		flags: [quietFlag],
		usage: 'ibmcloud logout',
		effect: 'local',
		latencyMs: 300,
		run: (call) => {
			// Clears tokens, account and group; keeps the region (from source).
			const {IAMToken, IAMRefreshToken, Account, ResourceGroup} = emptyConfiguration();
			call.home.write({...call.home.read(), IAMToken, IAMRefreshToken, Account, ResourceGroup});
			call.terminal.say('Logging out...');
			call.terminal.ok();
		},
	},
];

async function runLogin(call: Call): Promise<void> {
	const {parsed, terminal, world, home} = call;
	const endpoint = parsed.value('-a') ?? (home.read().APIEndpoint || 'https://cloud.ibm.com');
	terminal.say(`API endpoint: ${endpoint}`);
	const before = home.read();
	if (before.Region !== '') terminal.say(`Region: ${before.Region}`);
	const grantType = await authenticate(call);
	terminal.ok();
	terminal.say('');
	const account = await chooseAccount(call, grantType);
	const isPrivate = endpoint.includes('://private.');
	let configuration = logIn({...before, APIEndpoint: endpoint, IsPrivate: isPrivate}, world, account, {
		grantType,
		sessionId: newSessionId(),
	});
	if (account !== undefined) terminal.say(`Targeted account ${accountText(account)}`, '');
	const groupName = parsed.value('-g');
	if (groupName !== undefined) {
		const group = account?.groups.find((candidate) => candidate.name === groupName);
		if (group === undefined) throw new Failure(`Resource group '${groupName}' was not found.`);
		configuration = {...configuration, ResourceGroup: groupFields(group)};
		terminal.say(`Targeted resource group ${group.name}`, '');
	}
	const region = await chooseRegion(call, before.Region);
	if (region !== '' && region !== before.Region) terminal.say(`Targeted region ${region}`, '');
	home.write({...configuration, Region: region});
	terminal.say(...targetText(call));
}

/** Takes any name and password: the simulated account has one operator. Only an empty answer is refused. */
async function authenticate(call: Call): Promise<GrantType> {
	const {parsed, terminal} = call;
	const apiKey =
		parsed.value('--apikey') ??
		(parsed.has('--sso') || parsed.has('-u') ? undefined : call.environment['IBMCLOUD_API_KEY'] || undefined);
	if (apiKey !== undefined) {
		const key = apiKey.startsWith('@') ? readFileSync(apiKey.slice(1), 'utf8').trim() : apiKey;
		terminal.say('Authenticating...');
		if (key === '')
			throw new Failure(
				'Remote server error. Status code: 400, error code: BX0415EWQA, message: Provided API key could not be found.',
			);
		return 'apikey';
	}
	if (parsed.has('--sso')) {
		terminal.say(
			'',
			'Get One Time Code from https://identity-1.us-south.iam.cloud.ibm.com/identity/passcode to proceed.',
		);
		await ask('Open the URL in the default browser? [Y/n] > ');
		const code = await ask('One Time Code > ', {hidden: true});
		terminal.say('Authenticating...');
		if (code === '') throw new Failure('Unable to authenticate.');
		return 'passcode';
	}
	const user = parsed.value('-u') ?? (await ask('Email> '));
	const password = parsed.value('-p') ?? (await ask('Password> ', {hidden: true}));
	terminal.say('Authenticating...');
	if (user === '' || password === '') throw new Failure('Unable to authenticate.');
	return 'password';
}

async function chooseAccount(call: Call, grantType: GrantType): Promise<Account | undefined> {
	const {accounts} = call.world;
	if (call.parsed.has('--no-account')) return undefined;
	const wanted = call.parsed.value('-c');
	if (wanted !== undefined) {
		const account = accounts.find((candidate) => candidate.guid === wanted);
		if (account === undefined) throw new Failure(`BSS Account '${wanted}' was not found.`);
		return account;
	}
	// An API key belongs to one account: nothing to choose (documented).
	if (grantType === 'apikey' || accounts.length < 2) return accounts[0];
	call.terminal.say(
		'Select an account:',
		...accounts.map((account, index) => `${index + 1}. ${accountText(account)}`),
	);
	return accounts[await chooseNumber(accounts.length)];
}

async function chooseRegion(call: Call, current: string): Promise<string> {
	const wanted = call.parsed.value('-r');
	if (wanted !== undefined) return wanted;
	if (call.parsed.has('--no-region') || current !== '') return current;
	call.terminal.say(
		'Select a region (or press enter to skip):',
		...platformRegions.map(([name], index) => `${index + 1}. ${name}`),
	);
	const index = await chooseNumber(platformRegions.length, true);
	return index === undefined ? '' : (platformRegions[index]?.[0] ?? '');
}

async function chooseNumber(count: number): Promise<number>;
async function chooseNumber(count: number, mayBeEmpty: true): Promise<number | undefined>;
async function chooseNumber(count: number, mayBeEmpty = false): Promise<number | undefined> {
	for (;;) {
		const answer = await ask('Enter a number> ');
		if (answer === '' && mayBeEmpty) return undefined;
		const number = Number(answer);
		if (Number.isInteger(number) && number >= 1 && number <= count) return number - 1;
	}
}
