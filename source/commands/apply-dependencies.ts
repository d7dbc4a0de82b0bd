import {readConfiguration} from '../ibmcloud/configuration.ts';
import {sleep} from '../ibmcloud/retry.ts';
import {unsent, writeOutcomeOf} from '../ibmcloud/write-outcome.ts';
import type {ApplyDependencies, CurrentTarget} from '../plan/apply-dependencies.ts';
import {keyOf} from '../plan/plan.ts';
import {credentialOperation, permissionsOperation} from './session-reads.ts';
import type {RunContext} from './run-context.ts';

/** Targets nothing: without a group the CLI silently takes the account's default one (documented). */
const noGroup = {id: '', name: '-'};

/**
 * Reads where the CLI stands. A file that once named a group and names none any more has changed; one that
 * never did says nothing about the group, since its form is internal to the CLI.
 */
function targetReader(): (configurationFile: string) => CurrentTarget | undefined {
	const namesGroup = new Set<string>();
	return (file) => {
		const configuration = readConfiguration(file);
		if (configuration?.group !== undefined) {
			namesGroup.add(file);
		}

		return configuration?.account === undefined
			? undefined
			: {
					account: configuration.account,
					group: configuration.group ?? (namesGroup.has(file) ? noGroup : undefined),
				};
	};
}

/** The two writers behind one interface: the documented CLI commands, and the service's own API. */
function writer({client, directories, serviceApi}: RunContext): ApplyDependencies['write'] {
	return async (scope, change, {writer: by, account}, signal) => {
		const {region, group} = scope;
		const found = await directories.forGroup(group);
		// The API names the group itself, so none has to be targeted.
		if (!found.ok && (by === 'cli' || found.error.kind !== 'copy-refused')) {
			return unsent(found.error);
		}

		const directory = found.ok ? found.value : directories.operators;
		if (by === 'api') {
			return serviceApi.write(directory, scope, change, {accountId: account?.id, signal});
		}

		return writeOutcomeOf(
			change.kind === 'set'
				? await client
						.credentialSet(directory, region, change.pair.username, keyOf(change.pair))
						.run({signal})
				: await client.credentialUnset(directory, region).run({signal}),
		);
	};
}

/** The effects of apply. */
export function applyDependencies(run: RunContext, record: ApplyDependencies['record']): ApplyDependencies {
	const {directories} = run;
	const targeted = targetReader();
	// What it names now is what the review will show.
	targeted(directories.operators.configurationFile);
	return {
		async target({group}) {
			const directory = await directories.forGroup(group);
			if (directory.ok) {
				return targeted(directory.value.configurationFile);
			}

			// Only the API reaches a group that cannot be targeted: of the target the account counts.
			const own = run.readsViaApi ? targeted(directories.operators.configurationFile) : undefined;
			return own === undefined ? undefined : {...own, group: undefined};
		},
		write: writer(run),
		read: async (scope, expected, signal) =>
			credentialOperation(run, scope, () => (expected === null ? [] : [expected])).run({signal}),
		permissions: async (scope, signal) => permissionsOperation(run, scope).run({signal}),
		record,
		concurrency: run.concurrency,
		now: Date.now,
		sleep,
	};
}
