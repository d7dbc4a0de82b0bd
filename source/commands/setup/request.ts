import type {KeyReference} from '../../plan/own-commands.ts';
import {protect} from '../../secrets/redact.ts';
import {message, type Message} from '../../text/message.ts';
import type {Answers, StepId} from '../../wizard/answers.ts';
import type {Expectation} from '../../wizard/expectation.ts';
import {flagToGive, type Fetched, type FlagAnswer, type Input, type Reading} from '../../wizard/flag.ts';
import {parseKey} from '../../wizard/key-text.ts';
import {steps} from '../../wizard/steps/list.ts';
import {validateUsername} from '../../wizard/username.ts';
import type {CommandContext, CommandLine} from '../command.ts';
import {valuesOf, type OptionValues} from '../options.ts';
import {setupSwitches} from './definitions.ts';
import type {ReportFile} from './report-file.ts';

/** The request of a `setup` or `unset`, before anything is read or started. */
export interface SetupRequest {
	readonly change: 'set' | 'unset';
	/** From flags and environment. */
	readonly answers: Answers;
	/** The answers still to be read: a flag says where they are. */
	readonly pending: ReadonlyMap<StepId, PendingAnswer>;
	/** The texts of the flags. */
	readonly given: CommandLine['given'];
	/** The file of `--from`, and how the keys of its users are given; the others are asked for, or missing. */
	readonly fromFile:
		| {readonly expectation: Expectation; readonly references: ReadonlyMap<string, KeyReference>}
		| undefined;
	/** The options that answer no step. */
	readonly options: OptionValues<typeof setupSwitches>;
}

/** The input of a run of `setup` or `unset`. */
export interface SetupRun extends CommandContext {
	readonly request: SetupRequest;
}

/** Such a run, and how it takes place. */
export interface PreparedRun extends SetupRun {
	readonly hasTerminal: boolean;
	/** A rehearsal without answers and without a terminal. */
	readonly playsByItself: boolean;
	/** The file of `--report`. */
	readonly reportFile: ReportFile | undefined;
}

type PendingAnswer = (input: Input) => Promise<Fetched<unknown>>;

/** Builds a request from options and environment; flags come first. A rehearsal takes no real pair. */
export function setupRequest(
	change: 'set' | 'unset',
	given: CommandLine['given'],
	pair: EnvironmentPair,
): Reading<SetupRequest> {
	const options = valuesOf(setupSwitches, given);
	if (options.demo !== undefined && options.via === 'api') {
		return {ok: false, reason: message('usage.demoHasNoApi')};
	}

	// With a file the keys are those of its users: they are read once the users are known.
	const asked = options.from === undefined ? steps : steps.filter(({id}) => id !== 'key');
	const flags = answersOfFlags(asked, given);
	if (!flags.ok) {
		return flags;
	}

	const {answers, pending} = flags.value;
	const takesPair = options.demo === undefined && change === 'set';
	const fromPair: Reading<Answers> = takesPair ? answersOfPair(pair, answers.user) : {ok: true, value: {}};
	if (!fromPair.ok) {
		return fromPair;
	}

	const all = Object.entries({...fromPair.value, ...answers}).filter(([id]) => !pending.has(id as StepId));
	return {
		ok: true,
		value: {
			change,
			answers: Object.fromEntries(all) as Answers,
			pending,
			given,
			fromFile: undefined,
			options,
		},
	};
}

/** Reads the flags of the steps: the answers, and those that a flag only points to. */
function answersOfFlags(
	asked: ReadonlyArray<(typeof steps)[number]>,
	given: CommandLine['given'],
): Reading<Pick<SetupRequest, 'answers' | 'pending'>> {
	const answers: Record<string, unknown> = {};
	const pending = new Map<StepId, PendingAnswer>();
	for (const {id, flag} of asked) {
		const texts = flag === undefined ? undefined : given.get(flag.name);
		if (flag === undefined || texts === undefined) {
			continue;
		}

		const answer: FlagAnswer<unknown> = flag.read(texts);
		if (!answer.ok) {
			return answer;
		}

		if ('fetch' in answer) {
			pending.set(id, answer.fetch);
		} else {
			answers[id] = {value: answer.value, source: 'flag'};
		}
	}

	return {ok: true, value: {answers, pending}};
}

/** Returns the flags that a run without questions lacks; `--force` if it would change something. */
export function missingFlags({change, answers, pending, options, fromFile}: SetupRequest): string[] {
	const known = {
		change,
		isDryRun: options['dry-run'],
		isWhereSet: options['where-set'],
		expectation: fromFile?.expectation,
	};
	return [
		...steps.flatMap((step) =>
			step.flag !== undefined &&
			step.isNeeded(known) &&
			answers[step.id] === undefined &&
			!pending.has(step.id)
				? [flagToGive(step.flag)]
				: [],
		),
		...(options.force || options['dry-run'] ? [] : ['--force']),
	];
}

/** The pair of the environment: its key counts only together with the username. */
export type EnvironmentPair = ReturnType<typeof takeEnvironmentPair>;

/**
 * Takes the pair out of `environment`, under the names that IBM's Terraform provider uses, so that no child
 * can inherit it. @returns the pair, and what was removed from the key.
 */
export function takeEnvironmentPair(environment: NodeJS.ProcessEnv) {
	const username = environment['IAAS_CLASSIC_USERNAME']?.trim() || undefined;
	const given = environment['IAAS_CLASSIC_API_KEY']?.trim() ?? '';
	// Most have none, and parsing one loads the tables of Unicode, which slows down a refusal.
	const {secret, removed} = given === '' ? {secret: undefined, removed: []} : parseKey(given);
	delete environment['IAAS_CLASSIC_USERNAME'];
	delete environment['IAAS_CLASSIC_API_KEY'];
	return {username, apiKey: secret && protect(secret), removed};
}

/** Returns the answers of the pair; its key is of no other user. @param named the user that a flag names. */
function answersOfPair({username, apiKey}: EnvironmentPair, named: Answers['user']): Reading<Answers> {
	if (username === undefined || (named !== undefined && named.value.username !== username)) {
		return {ok: true, value: {}};
	}

	const refusal = validateUsername(username);
	const user = {value: {username, listed: undefined}, source: 'environment'} as const;
	return refusal === undefined
		? {
				ok: true,
				value: {user, ...(apiKey === undefined ? {} : {key: {value: apiKey, source: 'environment'}})},
			}
		: {ok: false, reason: refusal};
}

/**
 * Returns why the environment's key does not count among the answers; undefined if it does, or is not set.
 */
export function unusedKey(
	{username, apiKey}: EnvironmentPair,
	answers: Answers,
	isDemo: boolean,
): Message | undefined {
	if (apiKey === undefined || answers.key?.source === 'environment') {
		return undefined;
	}

	if (isDemo) {
		return message('environmentKey.demo');
	}

	if (username === undefined) {
		return message('environmentKey.noUsername');
	}

	return answers.user?.value.username === username
		? message('environmentKey.flag')
		: message('environmentKey.otherUser', {username: answers.user?.value.username ?? ''});
}
