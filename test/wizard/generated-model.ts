import {Secret} from '../../source/shell/secret.ts';
import {withAnswer, withoutAnswer} from '../../source/wizard/answer-changes.ts';
import type {Answers, StepId} from '../../source/wizard/answers.ts';
import {groups, regionNames, users, type Move} from './generated-moves.ts';

/** What the answers should be, worked out from the moves alone: a much simpler session, which knows no reads. */
export class Model {
	answers: Answers;
	#order: StepId[] = [];

	constructor(given: Answers) {
		this.answers = given;
	}

	/** @param step what was asked before the move, and what is asked after it. */
	follow(move: Move, step: string, isEditing: boolean): void {
		if (move.kind === 'user' && step === 'user' && users.some((name) => name === move.username)) {
			const value = {username: move.username, listed: undefined};
			this.#put('user', withAnswer(this.answers, 'user', {value, source: 'chosen'}));
		} else if (move.kind === 'key' && step === 'key') {
			const value = new Secret(move.value);
			this.#put('key', withAnswer(this.answers, 'key', {value, source: 'typed'}));
		} else if (move.kind === 'several' && step === 'region' && move.regions.length > 0) {
			const value = regionNames.filter((name) => move.regions.includes(name));
			const order = ['us-south', 'eu-de', 'au-syd'];
			value.sort((left, right) => order.indexOf(left) - order.indexOf(right));
			this.#put('region', withAnswer(this.answers, 'region', {value, source: 'chosen'}));
		} else if (move.kind === 'several' && step === 'group' && move.groups.length > 0) {
			const value = groups.filter(({id}) => move.groups.includes(id));
			this.#put('group', withAnswer(this.answers, 'group', {value, source: 'chosen'}));
		} else if (move.kind === 'back' && !isEditing && isAsking(step)) {
			const last = this.#order.pop();
			if (last !== undefined) {
				this.answers = withoutAnswer(this.answers, last);
			}
		}
	}

	/** What would be written where: as region, group, user and key. */
	writes(isGroupTargeted: boolean): string[] {
		const chosen = this.answers.group?.value ?? (isGroupTargeted ? [groups[0]] : []);
		return chosen.flatMap(({name}) =>
			(this.answers.region?.value ?? []).map(
				(region) =>
					`${region} ${name} ${this.answers.user?.value.username} ${this.answers.key?.value.fingerprint}`,
			),
		);
	}

	#put(id: StepId, answers: Answers): void {
		this.answers = answers;
		this.#order = [...this.#order.filter((other) => other !== id), id];
	}
}

function isAsking(step: string): boolean {
	return ['user', 'key', 'region', 'group', 'review'].includes(step);
}
