import type {Settings} from '../../source/wizard/settings.ts';

/** The settings of a session where the command line gives none. */
export const defaultSettings: Settings = {
	answers: {},
	change: 'set',
	isDryRun: false,
	isWhereSet: false,
	expectation: undefined,
	onlyIfCurrent: undefined,
	replaceAccounts: [],
	writer: 'cli',
	isInteractive: true,
	isDemo: false,
	demoKeys: new Map(),
	pairCheckHost: undefined,
	api: undefined,
	keyReference: {kind: 'environment'},
	unfinished: undefined,
	recorded: () => [],
};
