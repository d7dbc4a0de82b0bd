import type {Settings} from '../../source/wizard/settings.ts';

/** What a session is where the command line says nothing. */
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
