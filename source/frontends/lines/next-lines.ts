import {clusterCreateCommand} from '../../ibmcloud/facts/regions.ts';
import {programName} from '../../program-name.ts';
import {inGroup} from '../../plan/by-hand.ts';
import {nextSteps, type NextSteps} from '../../plan/next-steps.ts';
import type {Plan} from '../../plan/plan.ts';
import {mayBeWritten} from '../../plan/status.ts';
import {describeCommand} from '../../shell/describe-command.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Report} from '../../wizard/view.ts';
import {lineWriter, type Line} from './line.ts';

/**
 * What to do next: after success a useful command, otherwise those that finish the rest and undo the part.
 */
export function nextLines(report: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const {plan, outcome, exitStatus: status} = report;
	if (report.isDemo === true) {
		return [writer.line(message('end.demoOver'))];
	}

	if (plan === undefined || (outcome !== 'applied' && outcome !== 'interrupted')) {
		return [];
	}

	const steps = nextSteps(plan, report);
	const needed = neededKeys(steps);
	return [
		...(status === 0
			? nextStep(plan, report, texts)
			: [
					...titled('end.look', steps.look, texts),
					...titled('end.finish', steps.finish, texts),
					...titled('end.byHand', steps.byHand, texts),
					...workerLines(plan, report, texts),
				]),
		...titled('end.undo', steps.undo, texts),
		...(needed === undefined ? [] : [writer.line(needed)]),
	];
}

/** Whose key it takes to put back what was there; of renewed keys alone no command stands before it. */
export function neededKeys({undo, undoNeedsKeyOf: usernames}: NextSteps): Message | undefined {
	return usernames.length === 0
		? undefined
		: message(undo.length === 0 ? 'end.undoNeedsOldKey' : 'end.undoNeedsKey', {usernames});
}

function titled(
	title: 'end.finish' | 'end.undo' | 'end.byHand' | 'end.look',
	commands: readonly string[],
	texts: Texts,
): Line[] {
	const writer = lineWriter(texts);
	return commands.length === 0
		? []
		: [writer.line(message(title)), ...commands.map((command) => writer.command(command))];
}

/** The one next step that fits: to look at the clusters, to create the first one, or to see what is set. */
function nextStep(plan: Plan, report: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const workers = workerLines(plan, report, texts);
	if (workers.length > 0) {
		return workers;
	}

	const first = report.scopes.find(
		({planned: {effect, scope}}) => effect === 'first' && !plan.restrictedRegions.includes(scope.region),
	)?.planned.scope;
	return first === undefined
		? [writer.line(message('end.next')), writer.command(`${programName} status`)]
		: [
				writer.line(message('end.create')),
				writer.command(inGroup(plan, first.group, [clusterCreateCommand(first.region)])),
			];
}

/**
 * Clusters that were there before: which field names the user who orders for them now (documented), and what
 * shows whether their workers are well, which nobody has looked at. They may keep the old credential until
 * the region's API key is reset and their masters are refreshed (documented: troubleshooting); that is said,
 * never run: a reset touches more than classic clusters. After a change of account only the old credential
 * helps.
 */
function workerLines(plan: Plan, {scopes}: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	const touched = scopes
		.filter((scope) => mayBeWritten(scope))
		.flatMap(({planned}) => (planned.clusters?.length ? [{...planned, clusters: planned.clusters}] : []));
	if (touched.length === 0) {
		return [];
	}

	const names = [...new Set(touched.flatMap(({clusters}) => clusters.map(({name}) => name)))];
	const groups = Map.groupBy(touched, ({scope}) => scope.group.name);
	const inGroups = (commandsOf: (members: typeof touched) => readonly string[][]): Line[] =>
		[...groups].map(([name, members]) => {
			const commands = commandsOf(members).map((args) => describeCommand('ibmcloud', ['ks', ...args]));
			return writer.command(inGroup(plan, {name}, [...new Set(commands)]));
		});
	const ofClusters = (members: typeof touched, ...words: readonly string[]): string[][] =>
		members.flatMap(({clusters}) => clusters.map(({name}) => [...words, '--cluster', name]));
	return [
		writer.line(message('end.clusterField', {clusters: names})),
		writer.line(message('end.workers', {count: names.length})),
		...inGroups((members) => ofClusters(members, 'worker', 'ls')),
		...(touched.some(({effect}) => effect === 'other-account')
			? []
			: [
					writer.line(message('end.workersDo')),
					...inGroups((members) => [
						...members.map(({scope}) => ['api-key', 'reset', `--region=${scope.region}`]),
						...ofClusters(members, 'cluster', 'master', 'refresh'),
					]),
				]),
	];
}
