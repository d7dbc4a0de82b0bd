import {neededKeys} from '../frontends/lines/next-lines.ts';
import {plainLine} from '../frontends/lines/print.ts';
import {closingMessage} from '../frontends/lines/report-lines.ts';
import {presentMessage} from '../frontends/lines/review-table.ts';
import {resultMessage, scopeProgressLines} from '../frontends/lines/scope-lines.ts';
import {planScript} from '../plan/by-hand.ts';
import {nextSteps} from '../plan/next-steps.ts';
import {
	pairsOf,
	pendingScopes,
	scopeName,
	type Plan,
	type ScopeProgress,
	type ScopeResult,
} from '../plan/plan.ts';
import {resultOf} from '../plan/status.ts';
import type {Message} from '../text/message.ts';
import type {Texts} from '../text/texts.ts';
import {byKind} from '../wizard/by-kind.ts';
import type {Report} from '../wizard/view.ts';
import {codeBlock, commandsSection, escaped, factsTable, heading, moment, scopesTable} from './markdown.ts';

/** The facts about a run that its report does not have. */
export interface ReportFacts {
	/** Milliseconds since the epoch. */
	readonly startedAt: number;
	readonly endedAt: number;
	readonly change: 'set' | 'unset';
}

/**
 * Returns the report of a run for a change ticket (`--report`), as Markdown: who, where, before and after,
 * how it was proven, what is left to do, and the commands as a script. It never contains a key.
 */
export function reportMarkdown(report: Report, facts: ReportFacts, texts: Texts): string {
	const {plan} = report;
	const sections = [
		`# ${texts.text(facts.change === 'set' ? 'reportFile.title' : 'reportFile.title.unset')}`,
		...(report.isDemo === true ? [`> ${texts.text('reportFile.demo')}`] : []),
		`**${escaped(texts.say(headline(report)))}**`,
		headTable(report, facts, texts),
		...(plan === undefined ? [] : planSections(plan, report, texts)),
	];
	return `${sections.join('\n\n')}\n`;
}

/** Returns how the run ended. A page is read from the top, so the reasons are below. */
function headline(report: Report): Message {
	const closing = closingMessage(report);
	return closing.key === 'end.incomplete' ? {...closing, key: 'reportFile.incomplete'} : closing;
}

function headTable(report: Report, {startedAt, endedAt}: ReportFacts, texts: Texts): string {
	const {plan} = report;
	const pairs = plan === undefined ? [] : pairsOf(plan);
	const keys = pairs.flatMap(({apiKey}) => apiKey?.fingerprint ?? []);
	return factsTable(
		[
			['reportFile.who', report.operator],
			['reportFile.when', `${moment(startedAt)} - ${moment(endedAt)}`],
			[
				'reportFile.account',
				plan?.account === undefined ? undefined : `${plan.account.name} (${plan.account.id})`,
			],
			['reportFile.classicAccount', plan?.linkedAccount ?? undefined],
			['reportFile.username', pairs.map(({username}) => username).join(', ') || undefined],
			['reportFile.key', keys.join(', ') || undefined],
			['reportFile.exitStatus', String(report.exitStatus)],
		],
		texts,
	);
}

function planSections(plan: Plan, report: Report, texts: Texts): string[] {
	const scopes =
		report.scopes.length > 0 ? [...(report.earlier ?? []), ...report.scopes] : pendingScopes(plan);
	const proofs = scopes.flatMap((scope) => proofLines(scope, texts));
	const wasTried = report.outcome === 'applied' || report.outcome === 'interrupted';
	// A run that tried nothing leaves as little to do as a rehearsal.
	const steps = nextSteps(plan, {...report, isDemo: report.isDemo === true || !wasTried});
	const needed = neededKeys(steps);
	return [
		heading('reportFile.scopes', texts),
		scopeTable(scopes, texts),
		...(proofs.length === 0 ? [] : [heading('reportFile.proof', texts), proofs.join('\n')]),
		...commandsSection('reportFile.look', steps.look, texts),
		...commandsSection('reportFile.next', steps.finish, texts),
		...commandsSection('reportFile.byHand', steps.byHand, texts),
		...commandsSection('reportFile.undo', steps.undo, texts),
		...(needed === undefined ? [] : [escaped(texts.say(needed))]),
		heading('reportFile.script', texts),
		...(pairsOf(plan).length > 0 ? [texts.text('reportFile.script.key')] : []),
		texts.text('reportFile.script.target'),
		codeBlock(planScript(plan)),
	];
}

function scopeTable(scopes: readonly ScopeProgress[], texts: Texts): string {
	return scopesTable(
		[],
		scopes.map((scope) => {
			const {scope: place, before, clusters} = scope.planned;
			return [
				place.region,
				place.group.name,
				texts.say(presentMessage(before)),
				afterText(scope, texts),
				clusters === undefined
					? texts.text('present.unreadable')
					: clusters.map(({name}) => name).join(', ') || '-',
				resultText(scope, texts),
			];
		}),
		texts,
	);
}

/** Returns the username that is set after a result, `null` for none; undefined if that is not known. */
const setAfter = byKind<Exclude<ScopeResult, {kind: 'not-started'}>, [], string | null | undefined>({
	verified: ({username}) => username,
	'set-not-proven': ({username}) => username,
	'other-account-in-force': ({username}) => username,
	'nothing-to-do': () => null,
	removed: () => null,
	differs: ({found}) => found,
	'not-current': ({found}) => found,
	'changed-since-review': ({found}) => found,
	failed: ({foundAfter}) => foundAfter,
	unknown: ({found}) => found,
	'wrong-group': () => undefined,
	'target-changed': () => undefined,
});

function afterText(scope: ScopeProgress, texts: Texts): string {
	const result = resultOf(scope);
	if (result === undefined || result.kind === 'not-started') {
		return texts.say(presentMessage(scope.planned.before));
	}

	const username = setAfter(result);
	return username === null ? texts.text('present.none', {number: 'none'}) : (username ?? '?');
}

function resultText(scope: ScopeProgress, texts: Texts): string {
	const {state} = scope;
	return state.kind === 'done'
		? texts.say(resultMessage(state.result, state.durationMs))
		: texts.text('result.not-started');
}

/** Returns what proves a result, or why it failed, as a list below the name of its scope. */
function proofLines(scope: ScopeProgress, texts: Texts): string[] {
	const [, ...reasons] = scopeProgressLines(scope, texts);
	return scope.state.kind === 'done' && reasons.length > 0
		? [
				`- ${escaped(scopeName(scope.planned.scope))}`,
				...reasons.map((line) => `  - ${escaped(plainLine({...line, indent: 0}))}`),
			]
		: [];
}
