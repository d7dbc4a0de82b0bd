import {Secret} from '../../source/secrets/secret.ts';
import type {OfferedAction} from '../../source/wizard/action.ts';
import type {Session} from '../../source/wizard/session.ts';
import type {Stage} from '../../source/wizard/view.ts';
import {jane, key} from './fake-session.ts';

/** Lets everything go on that can go on by itself. */
export async function settled(): Promise<void> {
	await new Promise((resolve) => {
		setImmediate(resolve);
	});
}

/** Returns the current stage; throws if it is of another kind. */
export function stageOf<Kind extends Stage['kind']>(
	session: Session,
	kind: Kind,
): Extract<Stage, {kind: Kind}> {
	const {stage} = session.view();
	if (stage.kind !== kind) {
		throw new Error(`The stage is ${stage.kind}, not ${kind}`);
	}

	return stage as Extract<Stage, {kind: Kind}>;
}

/** Returns the offered actions as one word each: the kind, then what it is about behind a colon. */
export function namesOf(offered: readonly OfferedAction[]): string[] {
	return offered.map(({action}) => Object.values(action).join(':'));
}

/** Returns the step that is asked now, or the kind of the stage if none is. */
export function asked(session: Session): string {
	const {stage} = session.view();
	return stage.kind === 'question' ? stage.step : stage.kind;
}

/** Answers the step that is asked now, as an operator would. */
export const give = {
	user(session: Session, username: string = jane.username): void {
		session.reply({kind: 'option', value: username});
	},
	key(session: Session, value = key): void {
		session.reply({kind: 'secret', secret: new Secret(value)});
	},
	regions(session: Session, ...values: readonly string[]): void {
		session.reply({kind: 'options', values});
	},
	groups(session: Session, ...values: readonly string[]): void {
		session.reply({kind: 'options', values});
	},
};

/** Goes from the checks to a complete review that has been on the screen. */
export async function toReview(session: Session, regions: readonly string[] = ['us-south']): Promise<void> {
	await settled();
	give.user(session);
	give.key(session);
	give.regions(session, ...regions);
	await settled();
	session.reviewShown();
}
