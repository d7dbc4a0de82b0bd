import type {ReadStore} from '../../ibmcloud/reads.ts';
import type {Configuration, Outcome} from '../../ibmcloud/types.ts';
import type {ApplyDependencies} from '../../plan/apply-dependencies.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {Secret} from '../../secrets/secret.ts';
import type {SessionReads} from '../context.ts';
import type {KeyUser} from './key-creation.ts';

/** What a session depends on. */
export interface SessionDependencies {
	readonly reads: SessionReads;
	readonly store: ReadStore;
	/** The CLI's configuration file, read when called; undefined where it cannot be. */
	readonly configuration: () => Configuration | undefined;
	readonly apply: ApplyDependencies;
	/**
	 * Makes the API key of a user without one (`ibmcloud sl user apikey ID --add`), in the user's account.
	 */
	readonly addApiKey: (user: Pick<KeyUser, 'id' | 'account'>) => Promise<Outcome<Secret>>;
	/** From now on the service's API gets the refresh token it has asked for: the operator has said yes. */
	readonly allowRefreshToken: () => void;
	/** Notes in the journal that the operator has been told of a run that died. */
	readonly acknowledge: (run: UnfinishedRun) => void;
	/** Runs `ibmcloud` with these arguments in the operator's terminal, and resolves when it has ended. */
	readonly runInteractive: (args: readonly string[]) => Promise<void>;
}
