import type {InfrastructureUser} from '../ibmcloud/types.ts';

/** Where an answer came from. */
type Source = 'flag' | 'environment' | 'targeted' | 'typed' | 'chosen' | 'created' | 'journal' | 'sample';

export interface Answer<Value> {
	readonly value: Value;
	readonly source: Source;
}

/** The values of all answers: each step declares its own in its file. */
export interface AnswerValues {}

export type StepId = keyof AnswerValues;

/** The answers collected so far; missing until given. */
export type Answers = {readonly [Id in StepId]?: Answer<AnswerValues[Id]>};

/** An infrastructure user chosen from the list, or just a username that was typed. */
export interface ChosenUser {
	readonly username: string;
	readonly listed?: InfrastructureUser | undefined;
	/** The classic account whose list the user was chosen from. */
	readonly listAccount?: string | undefined;
}

/** A resource group. The id is undefined while only a name was given and not yet looked up. */
export interface ChosenGroup {
	readonly id: string | undefined;
	readonly name: string;
}
