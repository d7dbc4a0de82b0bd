import {distance} from 'fastest-levenshtein';
import {links} from '../../ibmcloud/facts/links.ts';
import {
	dataCentresOf,
	normaliseRegion,
	regionNames,
	regions,
	type Region,
	type RegionName,
} from '../../ibmcloud/facts/regions.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import type {Credential} from '../../ibmcloud/types.ts';
import {clustersIn, isPlaceUnknown} from '../../plan/effect.ts';
import {lastRun} from '../../plan/last-changes.ts';
import type {Scope} from '../../plan/plan.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context} from '../context.ts';
import type {Reading} from '../flag.ts';
import {provenBefore} from '../pair.ts';
import {indexOf, loadingOf, sentence, type Option} from '../question.ts';
import {scopesIn} from '../review/scopes.ts';
import type {Step} from '../step.ts';

declare module '../answers.ts' {
	interface AnswerValues {
		readonly region: readonly RegionName[];
	}
}

/** The regions, among those that host classic clusters. */
export const regionStep: Step<'region'> = {
	id: 'region',
	title: message('region.title'),
	changeLabel: message('action.change.region'),
	page: links.classicCredentials,
	flag: {
		name: 'region',
		placeholder: 'REGION',
		isRepeatable: true,
		description:
			'A region that hosts classic clusters; old names and data centers are understood. Can be repeated.',
		completes: regionNames,
		read: regionsOf,
	},
	isNeeded: ({isWhereSet, expectation}) => !isWhereSet && expectation === undefined,
	reads: presentReads,
	question(context) {
		const {place, earlier} = context;
		const open = presentReads(context).find((read) => read.state().kind !== 'done');
		const targeted = regions.find(({name}) => name === place.region)?.name;
		const before = earlier.region?.value ?? [];
		const marked = before.length === regions.length ? [all] : before;
		const first = marked[0] ?? targeted;
		const options = [
			...regions.map((region) => optionOf(region, notesOf(region.name, context), region.name === targeted)),
			everywhere,
		];
		return {
			kind: 'choose-several',
			title: message('region.question'),
			hints: [message('region.hint')],
			warnings:
				place.region !== undefined && place.region !== '' && targeted === undefined
					? [message('region.targetedHasNoClassic', {region: place.region})]
					: [],
			actions: [],
			loading: open === undefined ? {state: 'ready'} : loadingOf(open),
			options,
			filter: true,
			empty: message('region.none'),
			initial: indexOf(options, first),
			marked: marked.length > 1 ? marked : [],
		};
	},
	take(reply) {
		if (reply.kind !== 'options') {
			return undefined;
		}

		const chosen = regionNames.filter((name) => reply.values.includes(name) || reply.values.includes(all));
		return chosen.length === 0 ? undefined : {value: chosen, source: 'chosen'};
	},
	describe: (names) => message('value.list', {values: names}),
	line(names, {answers, place}) {
		const label = message('answered.scopes');
		const targeted = place.group === undefined ? [] : [place.group];
		const groups = (answers.group?.value ?? targeted).map(({name}) => name);
		return groups.length === 0
			? {label}
			: {label, text: message('answered.places', {regions: names, groups})};
	},
};

/** Returns why a text is no region: several in one, a typo, or a region without classic clusters. */
function noRegion(region: string): Message {
	const parts = region.split(/[,;\s]+/).filter((part) => part !== '');
	if (parts.length > 1 && parts.every((part) => normaliseRegion(part) !== undefined)) {
		return message('region.several', {options: parts.map((part) => `--region ${part}`).join(' ')});
	}

	const near = regionNames.find((name) => distance(region.toLowerCase(), name) === 1);
	return near === undefined
		? message('region.unknown', {region, regions: regionNames})
		: message('region.near', {region, near, regions: regionNames});
}

/** Returns the regions that texts name, each once, or why one of them is none. */
export function regionsOf(given: readonly string[]): Reading<readonly RegionName[]> {
	const names = given.map((region) => normaliseRegion(region));
	const unknown = given[names.indexOf(undefined)];
	return unknown === undefined
		? {ok: true, value: [...new Set(names.filter((name) => name !== undefined))]}
		: {ok: false, reason: noRegion(unknown)};
}

/** Returns the reads of who is set where, to choose a removal. The review shares them: IBM audits each. */
function presentReads(context: Context): ReadonlyArray<Read<Credential>> {
	return context.change === 'unset'
		? scopesIn(context, regionNames).map((scope) => context.reads.credential(scope))
		: [];
}

/** The value of the option for all regions, found by typing it; it comes last, so that no number changes. */
const all = 'all';

const everywhere: Option = {
	...sentence(all, message('region.all')),
	// Its name in the languages of the session.
	keywords: ['all regions', 'alle Regionen'],
};

function optionOf(region: Region, notes: readonly Message[], isDefault: boolean): Option {
	return {
		value: region.name,
		label: region.name,
		details: [region.city, dataCentresOf(region).join(' ')],
		notes,
		keywords: [
			...region.otherNames,
			region.country,
			...region.singleDataCentres.flatMap(({city, country}) => [city, country]),
		],
		isDefault,
	};
}

/** Returns notes for the choice: what is in the answered or targeted groups, and what was done last. */
function notesOf(region: RegionName, context: Context): Message[] {
	const {place, recorded, change} = context;
	const scopes = scopesIn(context, [region]);
	const last = lastRun(recorded(), change, place.account?.id);
	return [
		...(place.region === region ? [message('region.targeted')] : []),
		...(change === 'unset' ? presentNotes(scopes, context) : scopeNotes(scopes, context)),
		...(last?.changes.some(({entry}) => entry.region === region) === true ? [message('ui.lastTime')] : []),
	];
}

/** Returns who is set there, each name once across groups. */
function presentNotes(scopes: readonly Scope[], {reads, place}: Context): Message[] {
	const found = scopes.flatMap((scope) => reads.credential(scope).outcome() ?? []);
	const users = new Set(found.flatMap((one) => (one.ok ? (one.value ?? []) : [])));
	const isUnread = found.some(({ok}) => !ok);
	return [
		...(users.size === 0 ? [] : [message('value.list', {values: [...users]})]),
		...(isUnread ? [message('present.unreadable')] : []),
		...(found.length > 0 && users.size === 0 && !isUnread
			? [message('present.none', {number: place.classicAccount ?? 'none'})]
			: []),
	];
}

/** Returns the classic clusters known to be there, and whether this pair was set and proven there before. */
function scopeNotes(scopes: readonly Scope[], context: Context): Message[] {
	const clusters = (context.reads.clusters.value() ?? []).filter((cluster) => !isPlaceUnknown(cluster));
	const {size: count} = new Set(scopes.flatMap((scope) => clustersIn(scope, clusters)));
	const days = scopes.flatMap((scope) => provenBefore(scope, context) ?? []);
	const [first, ...others] = new Set(days.length === scopes.length ? days : []);
	return [
		...(count === 0 ? [] : [message('region.clusters', {count})]),
		...(first === undefined || others.length > 0 ? [] : [message('ui.setFromHere', {date: first})]),
	];
}
