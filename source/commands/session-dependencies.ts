import {readConfiguration} from '../ibmcloud/configuration.ts';
import type {ConfigurationDirectory} from '../ibmcloud/configuration-directory.ts';
import type {Outcome} from '../ibmcloud/types.ts';
import type {ApplyDependencies} from '../plan/apply-dependencies.ts';
import type {SessionDependencies} from '../wizard/session/dependencies.ts';
import {applyDependencies} from './apply-dependencies.ts';
import type {RunContext} from './run-context.ts';

/** What a session needs, from the context of a run. */
export function sessionDependencies(
	run: RunContext,
	{
		record,
		...others
	}: Pick<ApplyDependencies, 'record'> & Pick<SessionDependencies, 'acknowledge' | 'runInteractive'>,
): SessionDependencies {
	const {reads, store, directories} = run;
	return {
		reads,
		store,
		addApiKey: async ({id, account}) => {
			// A user's number means nothing in another account than the one that was listed.
			const home: Outcome<ConfigurationDirectory> =
				account === undefined
					? {ok: true, value: directories.operators}
					: await directories.forAccount(account);
			return home.ok ? run.client.addApiKey(home.value, id).run() : home;
		},
		configuration: () => readConfiguration(directories.operators.configurationFile),
		apply: applyDependencies(run, record),
		allowRefreshToken: () => {
			run.serviceApi.allowRefreshToken();
		},
		...others,
	};
}
