import {randomUUID} from 'node:crypto';
import {readFileSync} from 'node:fs';

import type {Call, Command} from '../call.ts';
import {Failure} from '../failure.ts';
import {ask} from '../prompt.ts';
import {platformRegions} from '../regions.ts';
import type {Account} from '../services.ts';
import {lines} from '../text.ts';
import {logIn} from '../token.ts';
import type {GrantType} from '../token.ts';
import {accountText, requireAccountOf, requireGroupFields, targetLines} from './target.ts';

/** `ibmcloud login` (documented; the dialogue is seen). */
export const loginCommand: Command = {
	names: ['login'],
	flags: '-a= -u= -p= --apikey= -c= -g= -r= --sso --no-account --no-region -q|--quiet',
	latency: 600,
	async run(call) {
		const {flags, say, services, home} = call;
		const before = home.read();
		const endpoint = flags.get('-a') ?? before.APIEndpoint;
		say(`API endpoint: ${endpoint}`);
		if (before.Region !== '') say(`Region: ${before.Region}`);
		const grantType = await authenticate(call);
		process.stdout.write(`${call.voice.ok}\n`);
		const account = await chooseAccount(call, grantType);
		const place = {...before, APIEndpoint: endpoint, IsPrivate: endpoint.includes('://private.')};
		let configuration = logIn(place, services, account, {grantType, sessionId: `C-${randomUUID()}`});
		if (account !== undefined) say(`Targeted account ${accountText(account)}`, '');
		const group = flags.get('-g');
		if (group !== undefined) {
			configuration = {...configuration, ResourceGroup: requireGroupFields(account, group)};
			say(`Targeted resource group ${group}`, '');
		}
		const region = await chooseRegion(call, before.Region);
		if (region !== before.Region) say(`Targeted region ${region}`, '');
		home.write({...configuration, Region: region});
		return lines(...targetLines(call));
	},
};

/** Takes any name and password: the simulated account has one operator. Only an empty answer is refused. */
async function authenticate({flags, environment, say}: Call): Promise<GrantType> {
	const fromEnvironment = flags.has('--sso') || flags.has('-u') ? undefined : environment['IBMCLOUD_API_KEY'];
	const apiKey = flags.get('--apikey') ?? (fromEnvironment || undefined);
	if (apiKey !== undefined) {
		const key = apiKey.startsWith('@') ? readFileSync(apiKey.slice(1), 'utf8').trim() : apiKey;
		say('Authenticating...');
		if (key !== '') return 'apikey';
		throw new Failure(
			'Remote server error. Status code: 400, error code: BX0415EWQA, message: Provided API key could not be found.',
		);
	}
	if (flags.has('--sso')) {
		const url = 'https://identity-1.us-south.iam.cloud.ibm.com/identity/passcode';
		say('', `Get One Time Code from ${url} to proceed.`);
		await ask('Open the URL in the default browser? [Y/n] > ');
		const code = await ask('One Time Code > ', {hidden: true});
		say('Authenticating...');
		if (code !== '') return 'passcode';
		throw new Failure('Unable to authenticate.');
	}
	const user = flags.get('-u') ?? (await ask('Email> '));
	const password = flags.get('-p') ?? (await ask('Password> ', {hidden: true}));
	say('Authenticating...');
	if (user !== '' && password !== '') return 'password';
	throw new Failure('Unable to authenticate.');
}

async function chooseAccount(call: Call, grantType: GrantType): Promise<Account | undefined> {
	const {accounts} = call.services;
	const wanted = call.flags.get('-c');
	if (call.flags.has('--no-account')) return undefined;
	if (wanted !== undefined) return requireAccountOf(call, wanted);
	// An API key belongs to one account: nothing to choose (documented).
	if (grantType === 'apikey' || accounts.length < 2) return accounts[0];
	return choose(call, 'Select an account:', accounts, accountText);
}

async function chooseRegion(call: Call, current: string): Promise<string> {
	const wanted = call.flags.get('-r');
	if (wanted !== undefined) return wanted;
	if (call.flags.has('--no-region') || current !== '') return current;
	const question = 'Select a region (or press enter to skip):';
	return (await choose(call, question, platformRegions, (name) => name, true)) ?? '';
}

async function choose<Value>(
	{say}: Call,
	question: string,
	values: readonly Value[],
	text: (value: Value) => string,
	mayBeEmpty = false,
): Promise<Value | undefined> {
	say(question, ...values.map((value, index) => `${index + 1}. ${text(value)}`));
	for (;;) {
		const answer = await ask('Enter a number> ');
		if (answer === '' && mayBeEmpty) return undefined;
		const value = values[Number(answer) - 1];
		if (value !== undefined) return value;
	}
}
