import type {InfrastructureUser} from '../ibmcloud/types.ts';

/** Where an answer came from. */
type Source = 'flag' | 'environment' | 'targeted' | 'typed' | 'chosen' | 'created' | 'journal' | 'sample';

export interface Answer<Value> {
	readonly value: Value;
	readonly source: Source;
}

/** What the steps ask for: each step declares the value of its answer in its file. */
export interface AnswerValues {}

export type StepId = keyof AnswerValues;

/** What has been collected so far, missing until it is given. */
export type Answers = {readonly [Id in StepId]?: Answer<AnswerValues[Id]>};

/** An infrastructure user as chosen from the list, or a username as typed: then only that is known. */
export interface ChosenUser {
	readonly username: string;
	readonly listed?: InfrastructureUser | undefined;
	/** The classic account whose list the user was chosen from. */
	readonly listAccount?: string | undefined;
}

/** A resource group; the id is undefined where only a name was given and not yet looked up. */
export interface ChosenGroup {
	readonly id: string | undefined;
	readonly name: string;
}
