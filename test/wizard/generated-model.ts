import {Secret} from '../../source/secrets/secret.ts';
import type {Answers} from '../../source/wizard/answers.ts';
import {groups, regionNames, users, type Move} from './generated-moves.ts';

type Step = 'user' | 'key' | 'region' | 'group';

/**
 * The expected answers, worked out from the moves alone, without a line of the engine: a much simpler session
 * that knows no reads and has one rule, that another user drops the key.
 */
export class Model {
	#user: string | undefined;
	/** The fingerprint of the key. */
	#key: string | undefined;
	#regions: readonly string[];
	/** Names of groups; empty means the targeted one. */
	#groups: readonly string[];
	#order: Step[] = [];

	constructor(flags: Answers) {
		this.#user = flags.user?.value.username;
		this.#key = flags.key?.value.fingerprint;
		this.#regions = flags.region?.value ?? [];
		this.#groups = flags.group?.value.map(({name}) => name) ?? [];
	}

	/** @param step what is asked before the move */
	follow(move: Move, step: string, isEditing: boolean): void {
		if (move.kind === 'user' && step === 'user' && users.some((name) => name === move.username)) {
			this.#key = this.#user === move.username ? this.#key : undefined;
			this.#user = move.username;
			this.#answered('user');
		} else if (move.kind === 'key' && step === 'key') {
			this.#key = new Secret(move.value).fingerprint;
			this.#answered('key');
		} else if (move.kind === 'several' && step === 'region' && move.regions.length > 0) {
			this.#regions = regionNames.filter((name) => move.regions.includes(name));
			this.#answered('region');
		} else if (move.kind === 'several' && step === 'group' && move.groups.length > 0) {
			this.#groups = groups.filter(({id}) => move.groups.includes(id)).map(({name}) => name);
			this.#answered('group');
		} else if (move.kind === 'back' && !isEditing && isAsking(step)) {
			this.#takeAway(this.#order.pop());
		}
	}

	/** Returns what would be written where: as region, group, user and key. */
	writes(isGroupTargeted: boolean): string[] {
		const targeted = isGroupTargeted ? [groups[0].name] : [];
		const names = this.#groups.length > 0 ? this.#groups : targeted;
		return names.flatMap((name) =>
			this.#regions.map((region) => `${region} ${name} ${this.#user} ${this.#key}`),
		);
	}

	#answered(step: Step): void {
		this.#order = [...this.#order.filter((other) => other !== step), step];
	}

	#takeAway(step: Step | undefined): void {
		switch (step) {
			case 'user': {
				this.#user = undefined;
				this.#key = undefined;
				break;
			}

			case 'key': {
				this.#key = undefined;
				break;
			}

			case 'region': {
				this.#regions = [];
				break;
			}

			case 'group': {
				this.#groups = [];
				break;
			}

			case undefined: {
				break;
			}
		}
	}
}

function isAsking(step: string): boolean {
	return ['user', 'key', 'region', 'group', 'review'].includes(step);
}
