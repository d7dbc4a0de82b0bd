import type {RunResult} from '../../shell/run.ts';
import {outcomeOf} from '../outcomes.ts';
import type {Outcome, Target} from '../types.ts';
import {cleanLine} from '../../secrets/clean.ts';
import {isObject} from '../../secrets/json.ts';
import {fieldOf, isPage, parseJson, plainText, present, textField} from './fields.ts';

/**
 * Parses the operator's target, from `ibmcloud target --output json` (seen in scripts and a typed wrapper) or
 * its text. Not being logged in is an answer, not a failure. The JSON lacks the linked classic account.
 */
export function parseTarget(result: RunResult, command: string): Outcome<Target> {
	const target = fromJson(parseJson(result.stdout)) ?? fromText(plainText(result.stdout));
	const outcome = outcomeOf(() => target)(result, command);
	return !outcome.ok && outcome.error.kind === 'not-logged-in'
		? {ok: true, value: {...target, loggedIn: false}}
		: outcome;
}

/** What the JSON says if nothing is targeted is unknown: an object may be absent, null or empty. */
function fromJson(answer: unknown): Target | undefined {
	if (!isObject(answer)) {
		return undefined;
	}

	const accountObject = fieldOf(answer, 'account');
	const groupObject = fieldOf(answer, 'resource_group');
	const region = fieldOf(answer, 'region');
	const user = fieldOf(answer, 'user');
	const accountName = textField(accountObject, 'name');
	return targetOf({
		user:
			textField(user, 'user_email', 'email', 'display_name', 'iam_id') ||
			textField(fieldOf(answer, 'profile'), 'name', 'id'),
		account: {id: textField(accountObject, 'guid', 'id', 'account_id'), name: accountName},
		classicAccount: textField(accountObject, 'ims_account_id', 'ims') || undefined,
		group: {id: textField(groupObject, 'guid', 'id'), name: textField(groupObject, 'name')},
		region: typeof region === 'string' ? cleanLine(region) : textField(region, 'name'),
		apiEndpoint: textField(answer, 'api_endpoint'),
	});
}

/**
 * Reads the text (seen: many transcripts). Labels are translated, so lines are told apart by their content:
 * an address, a region, the account with its 32 digits and `<-> 1234567`, and the line after it for the
 * resource group, which quotes the command to target one if there is none.
 */
function fromText(text: string): Target | undefined {
	const lines = text.split(/\r?\n/u);
	const accountAt = lines.findIndex((line) => accountLine.test(line));
	const account = accountLine.exec(lines[accountAt] ?? '')?.groups;
	const endpoint = lines.find((line) => /https:\/\/\S/u.test(line) && !cloudFoundry.test(line));
	const saysSomething = account !== undefined || endpoint !== undefined || text.includes("'ibmcloud login'");
	if (!saysSomething || isPage(text)) {
		return undefined;
	}

	const before = accountAt === -1 ? lines : lines.slice(0, accountAt);
	const groupText = accountAt === -1 ? '' : valueOf(lines[accountAt + 1] ?? '');
	return targetOf({
		user:
			before.map((line) => valueOf(line)).findLast((value) => /^\S+@\S+$/u.test(value)) ??
			valueOf(before.find((line) => line.startsWith('User:')) ?? ''),
		account: {id: account?.['id'] ?? '', name: cleanLine(account?.['name'] ?? '')},
		// Absent where no classic account is linked (inferred from many transcripts).
		classicAccount: account === undefined ? undefined : (account['classic'] ?? null),
		group: {id: '', name: /'ibmcloud target|^https?:/u.test(groupText) ? '' : groupText},
		region: before.map((line) => valueOf(line)).find((value) => /^[a-z]{2}-[a-z]{2,6}$/u.test(value)) ?? '',
		apiEndpoint: /https:\/\/\S+/u.exec(endpoint ?? '')?.[0] ?? '',
	});
}

/** Old versions also print an endpoint of Cloud Foundry, on any line (seen: without an address). */
const cloudFoundry = /\bCF\b|Cloud Foundry|https:\/\/[^\s/]*\bcf\./u;

const accountLine =
	/^[^:：]*[:：]\s*(?<name>.*?)\s*\((?<id>[0-9a-f]{32})\)(?:\s*<->\s*(?<classic>\d{4,12}))?\s*$/u;

function valueOf(line: string): string {
	return cleanLine(/[:：]\s*(.*)/u.exec(line)?.[1] ?? '');
}

type Parts = Required<Pick<Target, 'user' | 'account' | 'group' | 'region'>> & {
	readonly classicAccount: Target['classicAccount'] | undefined;
	readonly apiEndpoint: string;
};

/** Keeps only what is present. A login needs neither an account (`--no-account`) nor an e-mail address. */
function targetOf({user, account, classicAccount, group, region, apiEndpoint}: Parts): Target {
	const hasAccount = account.id !== '';
	return {
		loggedIn: hasAccount || user !== '',
		...present({
			user,
			account: hasAccount ? account : undefined,
			classicAccount,
			group: group.name === '' ? undefined : group,
			region,
			isPrivate: apiEndpoint === '' ? undefined : isPrivateEndpoint(apiEndpoint),
		}),
	};
}

/** Reports whether a login is private: it is then made at `private.cloud.ibm.com` (documented). */
export function isPrivateEndpoint(apiEndpoint: string): boolean {
	return /^(?:https?:\/\/)?(?:[a-z0-9-]+\.)*private\./iu.test(apiEndpoint);
}
