import type {Account, InfrastructureUser, RegionName} from '../ibmcloud/types.ts';
import type {Secret} from '../secrets/secret.ts';

/** Where an answer came from. */
export type Source =
	| 'flag'
	| 'environment'
	| 'targeted'
	| 'typed'
	| 'chosen'
	| 'created'
	| 'journal'
	| 'sample';

export interface Answer<Value> {
	readonly value: Value;
	readonly source: Source;
}

/** What has been collected so far. A step's answer is missing until it is given. */
export interface Answers {
	/** What to do about a run that died in the middle. */
	readonly resume?: Answer<'finish' | 'afresh'>;
	/** The account whose users are listed, where it is not the targeted one. */
	readonly listAccount?: Answer<Account>;
	readonly user?: Answer<ChosenUser>;
	readonly key?: Answer<Secret>;
	readonly region?: Answer<readonly RegionName[]>;
	readonly group?: Answer<readonly ChosenGroup[]>;
}

/** An infrastructure user as chosen from the list, or a username as typed (then only the username is known). */
export interface ChosenUser {
	readonly username: string;
	readonly listed: InfrastructureUser | undefined;
	/** The classic account whose list the user was chosen from. */
	readonly listAccount?: string;
}

/** A resource group; the id is undefined where only a name was given and not yet looked up. */
export interface ChosenGroup {
	readonly id: string | undefined;
	readonly name: string;
}

export type StepId = keyof Answers;
