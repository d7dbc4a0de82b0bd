import {newestRuns} from '../../plan/last-changes.ts';
import type {KeyReference} from '../../plan/own-commands.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {Answers} from '../../wizard/answers.ts';
import type {Settings} from '../../wizard/settings.ts';
import {stepOf} from '../../wizard/steps/list.ts';
import type {Demo} from '../demo.ts';
import type {OpenRun} from '../open-run.ts';
import type {PreparedRun, SetupRequest} from './request.ts';

/** Returns the settings of a session. @param unfinished the dead run that is offered. */
export function settingsOf(
	{request, hasTerminal, playsByItself}: PreparedRun,
	{demo, journal, pairHost, serviceApi}: OpenRun,
	unfinished: UnfinishedRun | undefined,
): Settings {
	const {change, options, fromFile} = request;
	return {
		answers: playsByItself ? sampleAnswers(demo, change) : request.answers,
		isDemo: demo !== undefined,
		demoKeys: demo?.keys ?? new Map(),
		...(demo?.wrongKey === undefined ? {} : {demoWrongKey: demo.wrongKey}),
		pairCheckHost: options['no-pair-check'] ? undefined : pairHost,
		unfinished,
		recorded: newestRuns(journal),
		isDryRun: options['dry-run'],
		change,
		isWhereSet: options['where-set'],
		expectation: fromFile?.expectation,
		replaceAccounts: options['replace-account'].map((account) => account.trim()),
		onlyIfCurrent: options['if-current'],
		writer: options.via ?? 'cli',
		api: demo === undefined ? serviceApi : undefined,
		keyReference: keyReference(request),
		isInteractive: hasTerminal,
	};
}

/** Returns the answers of a rehearsal that plays by itself: an unset has no pair. */
function sampleAnswers(demo: Demo | undefined, change: 'set' | 'unset'): Answers {
	const {region, ...pair} = demo?.sampleAnswers ?? {};
	return {...(region && {region}), ...(change === 'set' ? pair : {})};
}

/** Returns how printed commands name the key: a typed one has to be read from somewhere then. */
function keyReference({given, answers, fromFile}: SetupRequest): KeyReference {
	if (fromFile !== undefined) {
		return {kind: 'by-user', references: fromFile.references};
	}

	const [text = '-'] = given.get(stepOf('key').flag?.name ?? '') ?? [];
	return answers.key?.source === 'environment' ? {kind: 'environment'} : {kind: 'flag', value: text};
}
