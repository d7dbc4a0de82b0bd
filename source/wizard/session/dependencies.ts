import type {ReadStore} from '../../ibmcloud/reads.ts';
import type {Configuration, Outcome} from '../../ibmcloud/types.ts';
import type {KeyReference} from '../../plan/next-steps.ts';
import type {ApplyDependencies} from '../../plan/apply-dependencies.ts';
import type {UnfinishedRun} from '../../plan/recorded-runs.ts';
import type {WriterKind} from '../../plan/plan.ts';
import type {Secret} from '../../secrets/secret.ts';
import type {Answers} from '../answers.ts';
import type {SessionReads} from '../context.ts';
import type {KeyUser} from './key-creation.ts';
import type {ApiHost} from '../review/actions.ts';
import type {ReviewOptions} from '../review/options.ts';

/** What a session depends on. */
export interface SessionDependencies {
	readonly reads: SessionReads;
	readonly store: ReadStore;
	/** The CLI's configuration file, read when called; undefined where it cannot be. */
	readonly configuration: () => Configuration | undefined;
	readonly apply: ApplyDependencies;
	/** Makes the API key of a user who has none (`ibmcloud sl user apikey ID --add`), in the account of that user. */
	readonly addApiKey: (user: Pick<KeyUser, 'id' | 'account'>) => Promise<Outcome<Secret>>;
	/** From now on the service's API is sent the refresh token where it has asked for it: the operator has said yes. */
	readonly allowRefreshToken: () => void;
	/** Notes in the journal that the operator has been told of a run that died. */
	readonly acknowledge: (run: UnfinishedRun) => void;
	/** Runs `ibmcloud` with these arguments in the operator's terminal, and resolves when it has ended. */
	readonly runInteractive: (args: readonly string[]) => Promise<void>;
	readonly requestFor: ReviewOptions['requestFor'];
}

export interface SessionOptions {
	/** A run that died in the middle, which is offered to be finished. */
	readonly unfinished: UnfinishedRun | undefined;
	/** What the session is for. */
	readonly change: 'set' | 'unset';
	/** How the key was given on the command line. */
	readonly keyReference: KeyReference;
	/** The service's own API as a writer; undefined where it cannot be used: in a rehearsal. */
	readonly api: ApiHost | undefined;
	/** Change every scope of the account in which the user is set now, and no other. */
	readonly isWhereSet: boolean;
	/** Change a scope only if this is set there now (`null` = none). */
	readonly onlyIfCurrent?: string | null;
	/** The infrastructure accounts of which control may be taken, as the command line names them. */
	readonly replaceAccounts: readonly string[];
	/** Who carries the change out at first; the review offers the other one. */
	readonly writer: WriterKind;
	/** Answers from flags and environment; their steps are not asked. */
	readonly answers: Answers;
	readonly isDemo: boolean;
	/** With whom a pair is checked before it is set; undefined where that is turned off. */
	readonly pairCheckHost: {readonly host: string; readonly isIbm: boolean} | undefined;
	/** In a rehearsal: the worthless keys of the simulated users. */
	readonly demoKeys: ReadonlyMap<string, string>;
	readonly isDryRun: boolean;
	/** Whether the rehearsal is offered when `ibmcloud` is not installed. */
	readonly offerDemo: boolean;
	/** Whether somebody can be asked. Without questions, a scope that cannot be read fails alone, and nothing is confirmed by typing. */
	readonly isAttended: boolean;
}
