import {execFileSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import {createInterface} from 'node:readline';
import {isatty} from 'node:tty';
import type {Call, SimulatedCommand} from '../call.ts';
import type {ConfigJson} from '../configuration-directory.ts';
import type {CloudAccount} from '../services.ts';
import {groupFields, logIn, noAccount, readLogin, requireSession, type GrantType} from '../session.ts';
import {ensure, lines, print} from '../output.ts';

/** `target` and `login`, which affect everybody who uses this configuration directory. */
export const targetCommands: readonly SimulatedCommand[] = [
	{name: 'target', flags: 'c|c= g|g= unset-resource-group output= quiet|q', latency: 400, run: target},
	{name: 'login', flags: 'apikey= sso c|c= g|g= r|r=', latency: 600, run: login},
];

function target(call: Call): string | object {
	const {directory, flags, voice, say} = call;
	const isLoggedIn = readLogin(directory.read()) !== undefined;
	// Which line goes to which stream is inferred; what JSON mode prints is unknown.
	say(...(isLoggedIn || flags.wantsJson() ? [] : placeLines(directory.read())));
	ensure(isLoggedIn, voice.say('notLoggedIn'));
	// Showing the target needs no valid session: everything is in the file (inferred).
	const isChange = flags.has('c') || flags.has('g') || flags.has('unset-resource-group');
	const said = isChange ? changeTarget(call) : [];
	return flags.wantsJson() ? targetJson(call) : lines(...said, '', ...targetLines(call));
}

function changeTarget(call: Call): string[] {
	const {flags, services, directory} = call;
	const session = requireSession(call);
	const [guid, group] = [flags.get('c'), flags.get('g')];
	const account = guid === undefined ? session.account : accountOf(services.accounts, guid);
	// Documented as impossible; the wording is unknown.
	const isAllowed = session.grantType !== 'apikey' || account === session.account;
	ensure(isAllowed, 'The account cannot be switched because you logged in with an API key.');
	const {configuration: before} = session;
	// The targeted group belongs to the account that is left, and is lost (inferred).
	const inAccount = guid === undefined ? before : logIn(before, services, account, session);
	const inGroup = group === undefined ? inAccount : withGroup(inAccount, account, group);
	const isUnset = flags.has('unset-resource-group');
	directory.write(isUnset ? {...inGroup, ResourceGroup: groupFields(undefined)} : inGroup);
	return [
		...(guid === undefined || account === undefined ? [] : [`Targeted account ${accountText(account)}`, '']),
		...(group === undefined ? [] : [`Targeted resource group ${inGroup.ResourceGroup.Name}`, '']),
	];
}

async function login(call: Call): Promise<string> {
	const {flags, say, services, directory, voice} = call;
	const before = directory.read();
	say(`API endpoint: ${before.APIEndpoint}`, `Region: ${before.Region}`);
	const grantType = await authenticate(call);
	say('Authenticating...', voice.ok);
	const {accounts} = services;
	const guid = flags.get('c');
	// An API key belongs to one account, so there is nothing to choose (documented).
	const isAsked = guid === undefined && grantType !== 'apikey' && accounts.length > 1;
	const account = isAsked ? await chooseAccount(call, accounts) : accountOf(accounts, guid);
	const loggedIn = logIn(before, services, account, {grantType, sessionId: `C-${randomUUID()}`});
	const group = flags.get('g');
	const after = group === undefined ? loggedIn : withGroup(loggedIn, account, group);
	directory.write({...after, Region: flags.get('r') ?? before.Region});
	return lines(`Targeted account ${accountText(account)}`, '', ...targetLines(call));
}

function accountOf(accounts: readonly CloudAccount[], guid: string | undefined): CloudAccount {
	const account = guid === undefined ? accounts[0] : accounts.find((one) => one.guid === guid);
	ensure(account !== undefined, `BSS Account '${guid}' was not found.`);
	return account;
}

function withGroup(before: ConfigJson, account: CloudAccount | undefined, wanted: string): ConfigJson {
	const group = account?.groups.find(({name, id}) => name === wanted || id === wanted);
	ensure(group !== undefined, `Resource group '${wanted}' was not found.`);
	return {...before, ResourceGroup: groupFields(group)};
}

/** Accepts any name, password, code and key that is not empty: there is one operator. The dialog is seen. */
async function authenticate({flags, say}: Call): Promise<GrantType> {
	const isByCode = flags.has('sso');
	let given = flags.get('apikey');
	const grantType = given === undefined ? (isByCode ? 'passcode' : 'password') : 'apikey';
	if (isByCode) {
		const url = 'https://identity-1.us-south.iam.cloud.ibm.com/identity/passcode';
		say('', `Get One Time Code from ${url} to proceed.`);
		await ask('Open the URL in the default browser? [Y/n] > ');
		given = await ask('One Time Code > ', {hidden: true});
	}

	given ??= (await ask('Email> ')) && (await ask('Password> ', {hidden: true}));
	ensure(given !== '', 'Unable to authenticate.');
	return grantType;
}

async function chooseAccount({say}: Call, accounts: readonly CloudAccount[]): Promise<CloudAccount> {
	say('Select an account:', ...accounts.map((account, index) => `${index + 1}. ${accountText(account)}`));
	const account = accounts[Number(await ask('Enter a number> ')) - 1];
	// How the real one reacts to another answer is unknown.
	ensure(account !== undefined, 'That is no number of an account.');
	return account;
}

let answers: AsyncIterator<string, undefined> | undefined;

/**
 * Asks on standard output and reads a line of standard input, terminal or not. Fails at the end of the input
 * as the SDK does (from source). A hidden answer is not echoed on a terminal.
 */
async function ask(question: string, {hidden = false} = {}): Promise<string> {
	answers ??= createInterface({input: process.stdin})[Symbol.asyncIterator]();
	print('stdout', question);
	const echo = (mode: string) => hidden && isatty(0) && execFileSync('stty', [mode], {stdio: 'inherit'});
	echo('-echo');
	const {value} = await answers.next();
	echo('echo');
	ensure(value !== undefined, 'Could not read from input: EOF');
	return value.trim();
}

/** Formats an account as `target` and `login` do; `<->` only if a classic account is linked (seen). */
function accountText({name, guid, classicNumber}: CloudAccount): string {
	return `${name} (${guid})${classicNumber === undefined ? '' : ` <-> ${classicNumber}`}`;
}

/** Returns the lines that end the output of `target` and `login` (seen). */
function targetLines({directory, services, voice}: Call): string[] {
	const configuration = directory.read();
	const account = services.accounts.find(({guid}) => guid === configuration.Account.GUID);
	return [
		...placeLines(configuration),
		`User:              ${services.operator.email}`,
		`Account:           ${account === undefined ? noAccount : accountText(account)}`,
		`Resource group:    ${configuration.ResourceGroup.Name || voice.say('noGroup')}`,
	];
}

function placeLines({APIEndpoint, Region}: ConfigJson): string[] {
	return [`API endpoint:      ${APIEndpoint}`, `Region:            ${Region}`];
}

/** Uses the field names that public scripts read (seen); what is not targeted is absent (unknown). */
function targetJson({directory, services}: Call): object {
	const {Region, Account: account, ResourceGroup: group, APIEndpoint} = directory.read();
	return {
		api_endpoint: APIEndpoint,
		region: {name: Region, mccp_id: Region},
		user: {display_name: services.operator.name, user_email: services.operator.email},
		account: account.GUID === '' ? undefined : {guid: account.GUID, name: account.Name},
		resource_group:
			group.GUID === ''
				? undefined
				: {guid: group.GUID, name: group.Name, state: group.State, default: group.Default},
	};
}
