import type {WriterKind} from '../../plan/plan.ts';
import {message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import type {Action} from '../question.ts';
import type {Blocker} from '../view.ts';

/** Where the service's own API is. */
export interface ApiHost {
	readonly host: string;
	readonly isIbm: boolean;
}

/** What decides which actions a review may offer. */
export interface ReviewActionOptions {
	/** Without questions, a scope whose present credential cannot be read fails alone; with them, it has to be mended first. */
	readonly isAttended: boolean;
	readonly isDryRun: boolean;
	readonly writer: WriterKind;
	/** The service's own API as a writer; undefined where it cannot be used: in a rehearsal. */
	readonly api: ApiHost | undefined;
}

/** The answers that a review offers to change; whose users are listed is an answer on the way to the user. */
const changeable = ['user', 'key', 'region', 'group'] as const;

/** What a review offers: to apply where nothing stands in the way, to change an answer, to quit. */
export function reviewActions(
	blocker: Blocker | undefined,
	isComplete: boolean,
	hasSomethingToDo: boolean,
	{change}: Context,
	{isAttended, isDryRun, writer, api}: ReviewActionOptions,
): Action[] {
	const apply: Action = {
		id: 'apply',
		label: message(change === 'set' ? 'action.apply' : 'action.applyUnset'),
	};
	const first: readonly Action[] = isDryRun
		? [{id: 'finish', label: message('action.endDryRun')}]
		: [hasSomethingToDo || !isAttended ? apply : {id: 'finish', label: message('action.nothingToDo')}];
	const other: Action =
		writer === 'cli'
			? {id: 'writer:api', label: message('action.writer.api')}
			: {id: 'writer:cli', label: message('action.writer.cli')};
	return [
		...(blocker === undefined ? (isComplete ? first : []) : blocker.actions),
		...changeable
			.filter((id) => change === 'set' || (id !== 'user' && id !== 'key'))
			.map((id) => ({id: `change:${id}`, label: message(`action.change.${id}`)})),
		// What the other way spares is the key in the process list, and a removal has none.
		...(isComplete && blocker === undefined && api !== undefined && change === 'set' ? [other] : []),
		{id: 'quit', label: message('action.quitUnchanged')},
	];
}
