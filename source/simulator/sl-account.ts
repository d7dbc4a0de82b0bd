import type {Call} from './command.ts';
import {UsageFailure} from './failure.ts';
import {requireAccount, slFailure} from './session.ts';
import type {User} from './world.ts';

/** The users of the classic account that is linked to the targeted account: all that `sl` can see (from source). */
export function usersOfSession(call: Call): readonly User[] {
	const {session, account} = requireAccount(call);
	// Not supported over private endpoints (documented); the wording is unknown.
	if (session.configuration.IsPrivate)
		throw slFailure(call, 'This command is not supported in a private endpoint session.');
	// The words are those of a trusted profile (seen); for an ordinary user they are unknown.
	if (account.classicNumber === undefined) {
		throw slFailure(
			call,
			'SoftLayer_Exception: Token received with no IMS account id, required for a TrustedProfile (HTTP 500)',
		);
	}
	return (
		call.world.classicAccounts.find((candidate) => candidate.number === account.classicNumber)?.users ?? []
	);
}

/** The user of the numeric id that the command was given (seen: 404 for an unknown one). */
export function userOfArgument(call: Call): User {
	const id = call.parsed.positionals[0];
	if (id === undefined) throw new UsageFailure('This command requires one argument.');
	if (!/^\d+$/.test(id))
		throw new UsageFailure("Invalid input for 'User ID'. It must be a positive integer.");
	const user = usersOfSession(call).find((candidate) => candidate.id === Number(id));
	if (user === undefined)
		throw slFailure(
			call,
			`SoftLayer_Exception_ObjectNotFound: Unable to find object with id of '${id}'. (HTTP 404)`,
		);
	return user;
}
