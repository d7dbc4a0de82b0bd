import type {Call} from './command.ts';
import type {Account} from './world.ts';

/** An account as `target` and `login` write it; `<->` and the classic number only where one is linked (seen). */
export function accountText(account: Account): string {
	const link = account.classicNumber === undefined ? '' : ` <-> ${account.classicNumber}`;
	return `${account.name} (${account.guid})${link}`;
}

/** The block that `target` and `login` end with (seen). */
export function targetText(call: Call): string[] {
	const configuration = call.home.read();
	const account = call.world.accounts.find((candidate) => candidate.guid === configuration.Account.GUID);
	return [
		`API endpoint:      ${configuration.APIEndpoint}`,
		`Region:            ${configuration.Region || "No region targeted, use 'ibmcloud target -r REGION'"}`,
		`User:              ${call.world.operator.email}`,
		`Account:           ${account === undefined ? "No account targeted, use 'ibmcloud target -c ACCOUNT_ID'" : accountText(account)}`,
		`Resource group:    ${configuration.ResourceGroup.Name || call.terminal.words('noGroup')}`,
	];
}
