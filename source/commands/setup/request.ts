import type {KeyReference} from '../../plan/own-commands.ts';
import {message} from '../../text/message.ts';
import type {Answers, StepId} from '../../wizard/answers.ts';
import type {Expectation} from '../../wizard/expectation.ts';
import {flagToGive, type Fetched, type FlagAnswer, type Input, type Reading} from '../../wizard/flag.ts';
import {stepOf, steps} from '../../wizard/steps/list.ts';
import type {CommandContext, CommandLine} from '../command.ts';
import {valuesOf, type OptionValues} from '../options.ts';
import {setupSwitches} from './definitions.ts';
import {answersOfPair, type EnvironmentPair} from './environment-pair.ts';
import type {ReportFile} from './report-file.ts';

/** What a command line that changes credentials asks for, before anything is read or started. */
export interface SetupRequest {
	readonly change: 'set' | 'unset';
	/** From flags and environment. */
	readonly answers: Answers;
	/** The answers of which a flag says where they are: still to be read. */
	readonly pending: ReadonlyMap<StepId, PendingAnswer>;
	/** The texts of the flags. */
	readonly given: CommandLine['given'];
	/** What `--from` says, and how the keys of its users are given; the others are asked, or missing. */
	readonly fromFile:
		| {readonly expectation: Expectation; readonly references: ReadonlyMap<string, KeyReference>}
		| undefined;
	/** The options that answer no step. */
	readonly options: OptionValues<typeof setupSwitches>;
}

/** What a run of a command that changes credentials is given. */
export interface SetupRun extends CommandContext {
	readonly request: SetupRequest;
}

/** How such a run takes place. */
export interface PreparedRun extends SetupRun {
	readonly hasTerminal: boolean;
	/** A rehearsal without answers and without a terminal. */
	readonly playsByItself: boolean;
	/** The file of `--report`. */
	readonly reportFile: ReportFile | undefined;
}

type PendingAnswer = (input: Input) => Promise<Fetched<unknown>>;

/** Makes a request of options and environment; flags come first. A rehearsal takes no real pair. */
export function setupRequest(
	change: 'set' | 'unset',
	given: CommandLine['given'],
	pair: EnvironmentPair,
): Reading<SetupRequest> {
	const options = valuesOf(setupSwitches, given);
	if (options.demo !== undefined && options.via === 'api') {
		return {ok: false, reason: message('usage.demoHasNoApi')};
	}

	// With a file the keys are those of its users: read once that is known.
	const flags = answersOfFlags(options.from === undefined ? given : withoutKey(given));
	if (!flags.ok) {
		return flags;
	}

	const {answers, pending} = flags.value;
	const takesPair = options.demo === undefined && change === 'set';
	const fromPair = takesPair ? answersOfPair(pair, answers.user) : nothing;
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

function withoutKey(given: CommandLine['given']): CommandLine['given'] {
	return new Map([...given].filter(([name]) => name !== stepOf('key').flag?.name));
}

const nothing = {ok: true, value: {}} as const;

/** What the flags of the steps answer, and what they only point to. */
function answersOfFlags(given: CommandLine['given']): Reading<Pick<SetupRequest, 'answers' | 'pending'>> {
	const answers: Record<string, unknown> = {};
	const pending = new Map<StepId, PendingAnswer>();
	for (const {id, flag} of steps) {
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

/** The flags that a run without questions lacks; `--force` where something would be changed. */
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
