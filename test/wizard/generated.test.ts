import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as fc from 'fast-check';
import type {Plan} from '../../source/plan/plan.ts';
import {textToType} from '../../source/wizard/review/takeover.ts';
import type {Session} from '../../source/wizard/session.ts';
import {asked, settled} from '../support/session-moves.ts';
import {Model} from './generated-model.ts';
import {circumstances, play, stage, type Move} from './generated-moves.ts';

const seed = 20_261_124;
/** `GENERATED_RUNS` makes it long; the seed is fixed, so that a failure can be repeated. */
const runs = Number(process.env['GENERATED_RUNS'] ?? 400);

/** Returns the plan of the review on the screen, to be remembered as shown. */
function shownPlan(session: Session): Plan | undefined {
	const {stage: present} = session.view();
	return present.kind === 'review' ? present.review.plan : undefined;
}

function describe(plan: Plan): string[] {
	return plan.scopes.map(({scope, change}) => {
		assert.ok(change.kind === 'set');
		return `${scope.region} ${scope.group.name} ${change.pair.username} ${change.pair.apiKey?.fingerprint}`;
	});
}

test('any moves lead to the plan that the final answers describe, and nothing is written unseen or unconfirmed', async () => {
	const reached = {review: 0, applied: 0, confirmed: 0};
	await fc.assert(
		fc.asyncProperty(circumstances, async (given) => {
			const fake = stage(given);
			const session = fake.start({answers: given.flags});
			const model = new Model(given.flags);
			let seen: Plan | undefined;
			let isEditing = false;
			await settled();
			for (const move of given.moves) {
				const before = asked(session);
				const plan = shownPlan(session);
				const writes = fake.writes.length;
				model.follow(move, before, isEditing);
				play(session, move);
				if (move.kind === 'shown' && plan !== undefined) {
					seen = plan;
				}

				const isNewWrite = asked(session) === 'apply' && before !== 'apply';
				if (isNewWrite) {
					assert.ok(seen !== undefined, 'applied unseen');
					const isPlain = move.kind === 'act' && move.action.kind === 'apply' && before === 'review';
					const isConfirmed = move.kind === 'confirm' && before === 'confirm';
					assert.ok(textToType(seen, []) !== '' ? isConfirmed : isPlain, 'applied without the confirmation');
					reached.confirmed += isConfirmed ? 1 : 0;
				}

				isEditing = editing({before, after: asked(session), move, was: isEditing});
				// oxlint-disable-next-line no-await-in-loop -- one move after the other
				await settled();
				const written = fake.writes.slice(writes);
				if (isNewWrite && seen !== undefined) {
					const made = written.map(
						({region, group, username, fingerprint}) => `${region} ${group} ${username} ${fingerprint}`,
					);
					assert.deepEqual(made.toSorted(), describe(seen).toSorted());
					reached.applied++;
				} else if (move.kind !== 'act' || move.action.kind !== 'retry-failed') {
					assert.deepEqual(written, []);
				}

				const present = shownPlan(session);
				if (present !== undefined) {
					reached.review++;
					assert.deepEqual(describe(present).toSorted(), model.writes(given.isGroupTargeted).toSorted());
				}
			}
		}),
		{seed, numRuns: runs},
	);
	assert.ok(reached.review > 500 && reached.applied > 30 && reached.confirmed > 10, JSON.stringify(reached));
});

interface Turn {
	readonly before: string;
	readonly after: string;
	readonly move: Move;
	readonly was: boolean;
}

/** Reports whether the current step was opened from the review or the board: back then only closes it. */
function editing({before, after, move, was}: Turn): boolean {
	if (move.kind === 'act' && move.action.kind === 'change' && after !== before) {
		return true;
	}

	return was && after === before && move.kind !== 'back';
}
