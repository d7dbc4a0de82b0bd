import {normaliseRegion, regions} from '../../ibmcloud/facts/regions.ts';
import type {RegionName} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {WriterKind} from '../../plan/plan.ts';
import type {Answers} from '../../wizard/answers.ts';
import type {Wishes} from '../../wizard/settings.ts';
import {validateUsername} from '../../wizard/username.ts';
import {defaultConcurrency} from '../concurrency.ts';
import {holdKey, isOn, listOf, textOf, type OptionValues} from '../options.ts';
import type {EnvironmentPair} from './environment-pair.ts';
import {keySourceOf, type KeySource} from './key-source.ts';

/** What a `setup` command line asks for, before anything is read or started. */
export interface SetupRequest extends Wishes {
	/** From flags and environment; the key of a flag is still to be read. */
	readonly answers: Answers;
	readonly keySource: KeySource | undefined;
	readonly isForced: boolean;
	readonly isJson: boolean;
	readonly isQuiet: boolean;
	/** A line at a time, with nothing drawn. */
	readonly isAccessible: boolean;
	/** Whether the classic API is asked about the pair before it is set. */
	readonly checksPair: boolean;
	readonly concurrency: number;
	/** Whether each command is shown once it has ended. */
	readonly explains: boolean;
	/** The file that the report of the run is written to. */
	readonly reportPath: string | undefined;
	/** The scenarios of a rehearsal, comma-separated; undefined for the real CLI. */
	readonly demo: string | undefined;
}

export type RequestResult =
	| {readonly ok: true; readonly request: SetupRequest}
	| {readonly ok: false; readonly reason: Message};

/** Makes a request of options and environment. Flags come before the environment; a rehearsal takes no real pair. */
export function setupRequest(
	change: 'set' | 'unset',
	values: OptionValues,
	pair: EnvironmentPair,
): RequestResult {
	const output = textOf(values, 'output');
	const keyOption = textOf(values, 'infrastructure-api-key');
	const keySource = keyOption === undefined ? undefined : keySourceOf(keyOption);
	if (keyOption !== undefined && keySource === undefined) {
		return {ok: false, reason: message('usage.literalKey')};
	}

	// The reasons below repeat what was given: a key in the wrong place must not get so far.
	if (holdKey(values, ['region', 'resource-group', 'if-current', 'replace-account', 'report'])) {
		return {ok: false, reason: message('usage.literalKey')};
	}

	const writer: WriterKind = textOf(values, 'via')?.toLowerCase() === 'api' ? 'api' : 'cli';

	const concurrency = Number(textOf(values, 'concurrency') ?? defaultConcurrency);
	if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
		return {ok: false, reason: message('usage.concurrency')};
	}

	const current = textOf(values, 'if-current')?.trim();
	const demo = textOf(values, 'demo');
	if (demo !== undefined && writer === 'api') {
		return {ok: false, reason: message('usage.demoHasNoApi')};
	}

	const fromEnvironment =
		demo === undefined && change === 'set' ? pair : {username: undefined, apiKey: undefined};
	const usernameOption = textOf(values, 'infrastructure-username')?.trim();
	const username = usernameOption ?? fromEnvironment.username;
	const refusal = username === undefined ? undefined : validateUsername(username);
	if (refusal !== undefined) {
		return {ok: false, reason: refusal};
	}

	const chosenRegions: RegionName[] = [];
	for (const region of listOf(values, 'region')) {
		const name = normaliseRegion(region);
		if (name === undefined) {
			return {
				ok: false,
				reason: message('region.unknown', {region, regions: regions.map(({name: known}) => known)}),
			};
		}

		chosenRegions.push(name);
	}

	return {
		ok: true,
		request: {
			change,
			answers: {
				...userAnswer(usernameOption, fromEnvironment),
				...keyAnswer(usernameOption, keySource, fromEnvironment),
				...(chosenRegions.length === 0
					? {}
					: {region: {value: [...new Set(chosenRegions)], source: 'flag' as const}}),
				...groupAnswer(listOf(values, 'resource-group')),
			},
			keySource,
			isForced: isOn(values, 'force'),
			isDryRun: isOn(values, 'dry-run'),
			isJson: output !== undefined,
			isQuiet: isOn(values, 'quiet'),
			isAccessible: isOn(values, 'accessible'),
			checksPair: !isOn(values, 'no-pair-check'),
			isWhereSet: isOn(values, 'where-set'),
			onlyIfCurrent: current?.toLowerCase() === 'none' ? null : current,
			replaceAccounts: listOf(values, 'replace-account').map((account) => account.trim()),
			writer,
			concurrency,
			explains: isOn(values, 'explain'),
			reportPath: textOf(values, 'report'),
			demo,
		},
	};
}

function userAnswer(option: string | undefined, pair: EnvironmentPair): Pick<Answers, 'user'> {
	if (option !== undefined) {
		return {user: {value: {username: option, listed: undefined}, source: 'flag'}};
	}

	return pair.username === undefined
		? {}
		: {user: {value: {username: pair.username, listed: undefined}, source: 'environment'}};
}

/** The key of the environment belongs to the username of the environment, and to no other. */
function keyAnswer(
	usernameOption: string | undefined,
	keySource: KeySource | undefined,
	pair: EnvironmentPair,
): Pick<Answers, 'key'> {
	const fits = usernameOption === undefined || usernameOption === pair.username;
	return keySource === undefined && pair.apiKey !== undefined && fits
		? {key: {value: pair.apiKey, source: 'environment'}}
		: {};
}

function groupAnswer(names: readonly string[]): Pick<Answers, 'group'> {
	const chosen = [...new Set(names.map((name) => name.trim()))];
	return chosen.length === 0
		? {}
		: {group: {value: chosen.map((name) => ({id: undefined, name})), source: 'flag'}};
}

/** The flags that are missing for a run in which nothing can be asked; `--force` where something would be changed. */
export function missingFlags({
	change,
	answers,
	keySource,
	isForced,
	isDryRun,
	isWhereSet,
}: SetupRequest): string[] {
	return [
		...(change === 'set' && answers.user === undefined ? ['--infrastructure-username USERNAME'] : []),
		...(change === 'set' && answers.key === undefined && keySource === undefined
			? ['--infrastructure-api-key @FILE']
			: []),
		...(answers.region === undefined && !isWhereSet ? ['--region REGION'] : []),
		...(isForced || isDryRun ? [] : ['--force']),
	];
}
