import {isDone, resultOf} from '../../plan/status.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {Report} from '../../wizard/view.ts';
import {scopeProgressLines} from './board-lines.ts';
import {cliWords} from './error-lines.ts';
import {lineWriter, type Line} from './line.ts';

/** How the session ended: what is set where, verified how, what was not changed, and what to do next. */
export function reportLines(report: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	return [
		...report.scopes.flatMap((scope) => scopeProgressLines(scope, texts)),
		writer.line(closing(report), {
			tone: report.exitStatus === 0 ? 'good' : 'bad',
			mark: report.exitStatus === 0 ? 'good' : 'bad',
		}),
		...(report.refusal === undefined ? [] : [writer.line(report.refusal)]),
		...(report.remedy === undefined
			? []
			: [writer.line(message('trouble.remedy')), writer.command(report.remedy)]),
		...(report.error === undefined ? [] : cliWords(report.error, texts, 0)),
		...next(report, texts),
	];
}

function closing({outcome, scopes}: Report): ReturnType<typeof message> {
	if (outcome !== 'applied' && outcome !== 'interrupted') {
		return message(`end.${outcome}`);
	}

	const count = scopes.length;
	const done = scopes.filter((scope) => isDone(resultOf(scope))).length;
	const unknown = scopes.filter((scope) => resultOf(scope)?.kind === 'unknown').length;
	if (outcome === 'interrupted') {
		return count === 0
			? message('end.interrupted.nothing')
			: message('end.interrupted', {done, count, unknown});
	}

	const verified = scopes.filter((scope) => resultOf(scope)?.kind === 'verified').length;
	return verified === count
		? message('end.verified', {count})
		: done === count
			? message('end.set', {count})
			: message('end.incomplete', {done, count});
}

function next(report: Report, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	if (report.outcome !== 'applied') {
		return [];
	}

	return report.exitStatus === 0
		? [
				writer.line(message('end.next'), {tone: 'dim'}),
				writer.command('classic-credentials status'),
				writer.command('ibmcloud ks cluster create classic --name NAME --zone ZONE --flavor FLAVOR'),
			]
		: [];
}
