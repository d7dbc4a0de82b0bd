import type {Read} from '../ibmcloud/reads.ts';
import type {Credential, Outcome} from '../ibmcloud/types.ts';
import {clustersIn} from '../plan/clusters.ts';
import {effectOf, hasNothingToRemove} from '../plan/effect.ts';
import type {Pair, Plan, PlannedScope, Scope, WriterKind} from '../plan/plan.ts';
import {message} from '../text/message.ts';
import type {Context} from './context.ts';
import {obstacleOf} from './obstacle.ts';
import {pairCheckMessage, pairCheckOf, pairOf} from './pair.ts';
import {reviewActions, type ReviewOffers} from './review-actions.ts';
import {restrictedRegions, reviewWarnings} from './review-warnings.ts';
import {scopesOf} from './scopes.ts';
import {stepOf, steps} from './steps/list.ts';
import type {Review, ReviewAnswer} from './view.ts';

export interface ReviewOptions extends ReviewOffers {
	/** Unattended, a scope whose present credential cannot be read fails alone; attended, it has to be mended first. */
	readonly isAttended: boolean;
	readonly onlyIfCurrent?: string | null;
	/** What changes and proves a scope, as a person may read it; no username for an unset. */
	readonly commandsFor: (scope: Scope, username: string | undefined, writer: WriterKind) => readonly string[];
}

/** Everything that is about to happen, from answers and reads. Starts nothing. */
export function reviewOf(context: Context, options: ReviewOptions): Review {
	const {answers, place, reads} = context;
	const user = answers.user?.value ?? {username: '', listed: undefined};
	const found = scopesOf(context);
	const scopes = found.kind === 'known' ? keptScopes(context, found.scopes) : [];
	const clusters = settled(reads.clusters);
	const pair = pairOf(context);
	const isPairOpen = context.change === 'set' && pairCheckOf(context).kind === 'open';
	const planned = scopes.map((scope) => {
		const before = settled(reads.credential(scope));
		return {
			scope,
			before,
			clusters: clusters?.ok === true ? clustersIn(scope, clusters.value) : undefined,
			effect:
				before === undefined
					? ('unknown' as const)
					: effectOf(
							before,
							context.change === 'set' ? user.username : null,
							newAccount(context, pair),
							place.classicAccount,
						),
		};
	});
	const check = isPairOpen && pair !== undefined ? [reads.pairCheck(pair.username, pair.apiKey)] : [];
	const waiting = [
		reads.groups,
		reads.clusters,
		...scopes.map((scope) => reads.credential(scope)),
		...check,
	].find((read) => read.state().kind === 'running');
	const isLookingUp = found.kind === 'looking-up' && settled(reads.groups)?.ok !== false;
	const isComplete =
		!isLookingUp &&
		!isPairOpen &&
		clusters !== undefined &&
		planned.every(({before}) => before !== undefined);
	const commandsFor = (scope: Scope): readonly string[] =>
		options.commandsFor(scope, context.change === 'set' ? user.username : undefined, options.writer);
	// Where none is set there is nothing to remove, and nothing is run.
	const changed = planned
		.filter(({before}) => !hasNothingToRemove(before, context.change))
		.map(({scope}) => scope);
	const commands = changed.flatMap((scope) => commandsFor(scope));
	const byHand = changed.flatMap((scope) => [
		`ibmcloud target -g ${scope.group.name}`,
		...commandsFor(scope),
	]);
	const pairCheck = context.change === 'set' ? pairCheckMessage(context) : undefined;
	const obstacle = isComplete
		? obstacleOf(context, planned, {byHand, pairCheck, isAttended: options.isAttended})
		: undefined;
	return {
		isComplete,
		waitingFor: isComplete || waiting === undefined ? undefined : waitingFor(waiting),
		answers: answersOf(context),
		scopes: planned,
		username: user.username,
		pairAccount: pair?.account,
		linkedAccount: place.classicAccount,
		keyFingerprint: answers.key?.value.fingerprint ?? '',
		change: context.change,
		writer: options.writer,
		commands,
		pairCheck,
		warnings: reviewWarnings(context, user, clusters),
		obstacle,
		actions: reviewActions(obstacle, isComplete, planned.length > 0, context, options),
		plan: isComplete && obstacle === undefined ? planOf(context, pair, planned, options) : undefined,
	};
}

function settled<Value>(read: Read<Value>): Outcome<Value> | undefined {
	const state = read.state();
	return state.kind === 'done' ? state.outcome : undefined;
}

function waitingFor(read: Read<unknown>): Review['waitingFor'] {
	const state = read.state();
	return state.kind === 'running' ? {command: read.command, startedAt: state.startedAt} : undefined;
}

/** Whose machines are ordered afterwards: the pair's account, or after an unset the linked one. */
function newAccount({change, place}: Context, pair: Pair | undefined): string | undefined {
	return change === 'set' ? pair?.account : (place.classicAccount ?? undefined);
}

/**
 * With `--where-set` only the scopes in which the user is set now. One that is not read yet, or cannot be read, stays:
 * leaving it out would say more than is known.
 */
function keptScopes(context: Context, scopes: readonly Scope[]): readonly Scope[] {
	const {answers, isWhereSet, reads} = context;
	if (!isWhereSet) {
		return scopes;
	}

	return scopes.filter((scope) => {
		const before = settled(reads.credential(scope));
		return (
			before?.ok !== true ||
			(before.value.kind === 'set' && before.value.username === answers.user?.value.username)
		);
	});
}

function planOf(
	{place, change, reads}: Context,
	pair: Pair | undefined,
	planned: ReadonlyArray<Omit<PlannedScope, 'before'> & {readonly before: Outcome<Credential> | undefined}>,
	{writer, onlyIfCurrent}: ReviewOptions,
): Plan | undefined {
	if (change === 'set' && pair === undefined) {
		return undefined;
	}

	return {
		account: place.account,
		linkedAccount: place.classicAccount,
		...(place.group === undefined ? {} : {targetedGroup: place.group.name}),
		restrictedRegions: restrictedRegions(
			planned.map(({scope}) => scope.region),
			settled(reads.clusters),
		),
		change: pair === undefined || change === 'unset' ? {kind: 'unset'} : {kind: 'set', pair},
		writer,
		...(onlyIfCurrent === undefined ? {} : {onlyIfCurrent}),
		scopes: planned.flatMap(({before, ...scope}) => (before === undefined ? [] : [{...scope, before}])),
	};
}

function answersOf(context: Context): ReviewAnswer[] {
	const {answers, place} = context;
	const given = steps.flatMap(({id}): ReviewAnswer[] => {
		const answer = answers[id];
		if (answer === undefined) {
			return [];
		}

		const step = stepOf(id);
		return [{step: id, label: step.title, text: step.describe(answer.value), source: answer.source}];
	});
	const targeted: ReviewAnswer[] =
		answers.group === undefined && place.group !== undefined
			? [
					{
						step: 'group',
						label: stepOf('group').title,
						text: message('value.plain', {value: place.group.name}),
						source: 'targeted',
					},
				]
			: [];
	return [...given, ...targeted];
}
