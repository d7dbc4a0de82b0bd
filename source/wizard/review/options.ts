import type {KeyReference} from '../../plan/next-steps.ts';
import type {Scope} from '../../plan/plan.ts';
import type {ReviewActionOptions} from './actions.ts';

/** What a review depends on besides the answers and the reads. */
export interface ReviewOptions extends ReviewActionOptions {
	/** Where set, a scope may be changed only if this is set there (`null` = none). */
	readonly onlyIfCurrent?: string | null;
	/** The infrastructure accounts of which control may be taken, as the command line names them. */
	readonly replaceAccounts: readonly string[];
	/** How the key was given, for the command that names what is missing. */
	readonly keyReference: KeyReference;
	/** The request of the service's own API that changes a scope, as a person may read it; no username for an unset. */
	readonly requestFor: (scope: Scope, username: string | undefined) => string;
}
