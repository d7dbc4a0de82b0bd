import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import {runNonInteractive} from '../../source/frontends/non-interactive.ts';
import type {Plan, ScopeProgress} from '../../source/plan/plan.ts';
import {resultOf} from '../../source/plan/status.ts';
import {Secret} from '../../source/secrets/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import type {Session} from '../../source/wizard/session.ts';
import {createSession} from '../../source/wizard/session/engine.ts';
import type {Settings} from '../../source/wizard/settings.ts';
import {defaultSettings} from '../support/default-settings.ts';
import {VirtualClock} from '../plan/model/clock.ts';
import type {Ended} from '../plan/model/ended.ts';
import {histories, usernames, type History} from '../plan/model/history.ts';
import {checkInvariants} from '../plan/model/invariants.ts';
import {linkedAccount, regionOf, Service} from '../plan/model/service.ts';
import {defaultGroup, FakeSession} from '../support/fake-session.ts';

/** A session sets the same in every scope, and knows one key. */
const sameChange: fc.Arbitrary<History> = histories.map((history) => {
	const [first] = history.scopes;
	return {
		...history,
		scopes: history.scopes.map((scope) => ({
			...scope,
			after: first?.after ?? null,
			key: first?.key ?? 'right',
		})),
	};
});

/** The number of histories: a fifth of those that try apply alone, since a session takes longer. */
const count = Number(process.env['MODEL_HISTORIES'] ?? 1500) / 5;

test('whatever the service, colleagues and death do: a session writes what its review showed, and says what was read', async (context) => {
	const seen = new Map<string, number>();
	await fc.assert(
		fc.asyncProperty(sameChange, async (history) => {
			const {plan, service, scopes, end} = await live(history);
			if (plan === undefined) {
				assert.deepEqual(
					scopes.flatMap(({calls}) => calls.filter(({kind}) => kind === 'write')),
					[],
				);
			} else {
				checkInvariants(history, plan, service, scopes);
			}

			for (const kind of [end, ...scopes.map(({result}) => `said ${result?.kind ?? 'nothing'}`)]) {
				seen.set(kind, (seen.get(kind) ?? 0) + 1);
			}
		}),
		{
			numRuns: count,
			...(process.env['MODEL_SEED'] === undefined ? {} : {seed: Number(process.env['MODEL_SEED'])}),
		},
	);
	context.diagnostic([...seen].map(([kind, times]) => `${kind} ${times}`).join(', '));
	for (const kind of [
		'ended applied',
		'ended interrupted',
		'ended refused',
		'died',
		'said verified',
		'said unknown',
	]) {
		assert.ok(seen.has(kind), `no history had: ${kind}`);
	}
});

interface Life {
	/** What the review showed; undefined if nothing could be applied. */
	readonly plan: Plan | undefined;
	readonly service: Service;
	readonly scopes: readonly Ended[];
	readonly end: string;
}

/** Drives a session from its first read to its report, over a service of the model. */
async function live(history: History): Promise<Life> {
	const clock = new VirtualClock();
	const service = new Service(history, clock);
	const session = sessionOver(service, history);
	const {interruption} = history;
	if (interruption !== undefined && interruption.kind !== 'death') {
		clock.at(interruption.at, () => {
			session.leave();
			if (interruption.kind === 'abort') {
				session.leave();
			}
		});
	}

	let plan: Plan | undefined;
	let end = 'died';
	const running = runNonInteractive(session, () => {
		const {stage} = session.view();
		plan = stage.kind === 'review' ? stage.review.plan : plan;
	}).then(({outcome}) => {
		end = `ended ${outcome}`;
	});
	await clock.run(running, interruption?.kind === 'death' ? interruption.at : undefined);
	const progress = new Map(progressOf(session).map((scope) => [scope.planned.scope.region, scope]));
	const scopes = (plan?.scopes ?? []).flatMap((planned): Ended[] => {
		const state = service.scopes.get(planned.scope.region);
		const scope = progress.get(planned.scope.region);
		return state === undefined
			? []
			: [{planned, result: scope && resultOf(scope), states: [], calls: state.calls, history: state.history}];
	});
	return {plan, service, scopes, end};
}

function progressOf(session: Session): readonly ScopeProgress[] {
	const {stage} = session.view();
	return stage.kind === 'apply' ? stage.progress.scopes : stage.kind === 'end' ? stage.report.scopes : [];
}

function sessionOver(service: Service, {scopes, writer, onlyIfCurrent}: History): Session {
	const fake = new FakeSession();
	const [first] = scopes;
	fake.give('linked', {classicAccount: linkedAccount});
	for (const [index, {before}] of scopes.entries()) {
		if (before !== null) {
			fake.credentials.set(`${regionOf(index)} ${defaultGroup.id}`, before);
		}
	}

	const region: Answers['region'] = {value: scopes.map((_scope, index) => regionOf(index)), source: 'flag'};
	const after = first?.after ?? null;
	const pair: Answers =
		after === null
			? {}
			: {
					user: {value: {username: after, listed: undefined}, source: 'flag'},
					key: {value: new Secret('made-up-key'), source: 'flag'},
				};
	const settings: Settings = {
		...defaultSettings,
		change: after === null ? 'unset' : 'set',
		isInteractive: false,
		writer,
		onlyIfCurrent,
		api: {host: 'api.example', isIbm: false, describe: () => ''},
		pairCheckHost: first?.key === 'checked' ? {host: 'api.example', isIbm: true} : undefined,
		// Every account that may lose control is named in advance: other tests try what that is for.
		replaceAccounts: [
			...usernames,
			...usernames.map((name) => name.split('_')[0] ?? ''),
			...scopes.map((_scope, index) => `${regionOf(index)}/${defaultGroup.name}`),
		],
	};
	return createSession({...fake.tools(), apply: service}, {...settings, answers: {...pair, region}});
}
