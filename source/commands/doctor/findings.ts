import type {CliError, Configuration} from '../../ibmcloud/types.ts';
import {exitStatus, statusOfUnread} from '../../plan/status.ts';
import {checksOf, usersCheck} from '../../wizard/session/checks.ts';
import type {SessionReads} from '../../wizard/context.ts';
import {placeOf} from '../../wizard/place.ts';
import {listSkipped} from '../../wizard/steps/user.ts';
import type {Check} from '../../wizard/view.ts';

/** What a doctor found. */
export interface Findings {
	readonly checks: readonly Check[];
	readonly configurationFile: string | undefined;
	readonly exitStatus: number;
}

/** The findings of reads that have all answered. */
export function findingsOf(reads: SessionReads, configuration: Configuration | undefined): Findings {
	const place = placeOf(configuration, reads.target.value(), reads.linked.value());
	const isApiKeyLogin = configuration?.apiKeyLogin === true;
	const context = {answers: {}, isApiKeyLogin, offerDemo: false, place, reads};
	const {checks, blocker} = checksOf(context);
	const hasList = blocker === undefined && listSkipped(context) === undefined;
	const all = hasList ? [...checks, usersCheck(context)] : checks;
	return {checks: all, configurationFile: configuration?.path, exitStatus: statusOf(all)};
}

/** Why checks could not be made, or failed. */
export function errorsOf(checks: readonly Check[]): readonly CliError[] {
	return checks.flatMap(({error}) => (error === undefined ? [] : [error]));
}

/** 0 only where everything was read and is there; what is missing says more than what was not read. */
function statusOf(checks: readonly Check[]): number {
	if (checks.some(({state, error}) => state === 'missing' && error === undefined)) {
		return exitStatus.prerequisite;
	}

	return statusOfUnread(errorsOf(checks));
}
