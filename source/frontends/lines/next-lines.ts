import {clusterCreateCommand} from '../../ibmcloud/facts/regions.ts';
import {programName} from '../../program-name.ts';
import {inGroup} from '../../plan/by-hand.ts';
import {nextSteps, type NextSteps} from '../../plan/next-steps.ts';
import type {Plan} from '../../plan/plan.ts';
import {mayBeWritten} from '../../plan/status.ts';
import {describeCommand} from '../../shell/run.ts';
import {message, type Message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Report} from '../../wizard/view.ts';
import {titledCommands} from './error-lines.ts';
import {textLine, type Line} from './line.ts';

/** Returns the next steps: after success a useful command, else how to finish the rest and undo the part. */
export function nextLines(report: Report, texts: Texts): Line[] {
	const {plan, outcome, exitStatus: status} = report;
	if (report.isDemo === true) {
		return [textLine(texts.text('end.demoOver'))];
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
					...titledCommands(texts.text('end.look'), steps.look),
					...titledCommands(texts.text('end.finish'), steps.finish),
					...titledCommands(texts.text('end.byHand'), steps.byHand),
					...workerLines(plan, report, texts),
				]),
		...titledCommands(texts.text('end.undo'), steps.undo),
		...(needed === undefined ? [] : [textLine(texts.say(needed))]),
	];
}

/** Returns whose key it takes to restore what was set; for renewed keys alone no command precedes it. */
export function neededKeys({undo, undoNeedsKeyOf: usernames}: NextSteps): Message | undefined {
	return usernames.length === 0
		? undefined
		: message(undo.length === 0 ? 'end.undoNeedsOldKey' : 'end.undoNeedsKey', {usernames});
}

/** Returns the one step that fits: look at the clusters, create the first one, or see what is set. */
function nextStep(plan: Plan, report: Report, texts: Texts): Line[] {
	const workers = workerLines(plan, report, texts);
	if (workers.length > 0) {
		return workers;
	}

	const first = report.scopes.find(
		({planned: {effect, scope}}) => effect === 'first' && !plan.restrictedRegions.includes(scope.region),
	)?.planned.scope;
	return first === undefined
		? titledCommands(texts.text('end.next'), [`${programName} status`])
		: titledCommands(texts.text('end.create'), [
				inGroup(plan, first.group.name, [clusterCreateCommand(first.region)]),
			]);
}

/**
 * Returns lines about clusters that existed: the field that names who orders for them now (documented), and
 * what shows whether their workers are well. They may keep the old credential until the region's API key is
 * reset and their masters are refreshed (documented: troubleshooting). That is printed, never run: a reset
 * touches more than classic clusters. After a change of account only the old credential helps.
 */
function workerLines(plan: Plan, {scopes}: Report, texts: Texts): Line[] {
	const touched = scopes
		.filter((scope) => mayBeWritten(scope))
		.flatMap(({planned}) => (planned.clusters?.length ? [{...planned, clusters: planned.clusters}] : []));
	if (touched.length === 0) {
		return [];
	}

	const names = [...new Set(touched.flatMap(({clusters}) => clusters.map(({name}) => name)))];
	const groups = Map.groupBy(touched, ({scope}) => scope.group.name);
	const inGroups = (commandsOf: (members: typeof touched) => readonly string[][]): string[] =>
		[...groups].map(([name, members]) => {
			const commands = commandsOf(members).map((args) => describeCommand('ibmcloud', ['ks', ...args]));
			return inGroup(plan, name, [...new Set(commands)]);
		});
	const ofClusters = (members: typeof touched, ...words: readonly string[]): string[][] =>
		members.flatMap(({clusters}) => clusters.map(({name}) => [...words, '--cluster', name]));
	return [
		textLine(texts.text('end.clusterField', {clusters: names})),
		...titledCommands(
			texts.text('end.workers', {count: names.length}),
			inGroups((members) => ofClusters(members, 'worker', 'ls')),
		),
		...(touched.some(({effect}) => effect === 'other-account')
			? []
			: titledCommands(
					texts.text('end.workersDo'),
					inGroups((members) => [
						...members.map(({scope}) => ['api-key', 'reset', `--region=${scope.region}`]),
						...ofClusters(members, 'cluster', 'master', 'refresh'),
					]),
				)),
	];
}
