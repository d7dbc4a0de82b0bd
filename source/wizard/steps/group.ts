import {links} from '../../ibmcloud/facts/links.ts';
import {message} from '../../text/message.ts';
import type {ChosenGroup} from '../answers.ts';
import {indexOf} from '../question.ts';
import {listedBy} from '../session/login.ts';
import type {Step} from '../step.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		readonly group: readonly ChosenGroup[];
	}
}

/**
 * The resource groups. A targeted group is taken. Without one the step asks: `ibmcloud` would silently take
 * the account's default group (documented).
 */
export const groupStep: Step<'group'> = {
	id: 'group',
	title: message('group.title'),
	changeLabel: message('action.change.group'),
	page: links.classicCredentials,
	flag: {
		name: 'resource-group',
		short: 'g',
		placeholder: 'NAME',
		isRepeatable: true,
		description: 'A resource group; without it, the targeted one. Can be repeated.',
		read: (given) => ({
			ok: true,
			value: [...new Set(given.map((name) => name.trim()))].map((name) => ({id: undefined, name})),
		}),
	},
	isNeeded: ({place, isWhereSet, expectation}) =>
		place !== undefined && place.group === undefined && !isWhereSet && expectation === undefined,
	reads: ({reads}) => [reads.groups],
	question(context) {
		const {reads, place, earlier} = context;
		const groups = reads.groups.value() ?? [];
		const marked = earlier.group?.value.map(({name}) => name) ?? [];
		const first = marked[0] ?? place.group?.name ?? groups.find(({isDefault}) => isDefault)?.name;
		const options = groups.map((group) => ({
			value: group.id,
			label: group.name,
			details: [],
			notes: [
				...(group.id === place.group?.id ? [message('group.targeted')] : []),
				...(group.isDefault ? [message('group.default')] : []),
			],
			keywords: [group.id],
			isDefault: group.name === first,
		}));
		return {
			...listedBy(reads.groups, context, 'retry-groups'),
			kind: 'choose-several',
			title: message('group.question'),
			hints: [message('group.hint')],
			options,
			empty: message('group.none'),
			initial: indexOf(options, groups.find(({name}) => name === first)?.id),
			marked: marked.length > 1 ? groups.filter(({name}) => marked.includes(name)).map(({id}) => id) : [],
		};
	},
	take(reply, {reads}) {
		if (reply.kind !== 'options') {
			return undefined;
		}

		const chosen = (reads.groups.value() ?? []).filter(({id}) => reply.values.includes(id));
		return chosen.length === 0
			? undefined
			: {value: chosen.map(({id, name}) => ({id, name})), source: 'chosen'};
	},
	describe: (groups) => message('value.list', {values: groups.map(({name}) => name)}),
	saidWith: 'region',
};
