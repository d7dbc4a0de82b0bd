import {message, type Message} from '../text/message.ts';
import {exitStatus} from '../plan/status.ts';
import type {StepId} from '../wizard/answers.ts';
import {byKind} from '../wizard/by-kind.ts';
import {flagToGive} from '../wizard/flag.ts';
import type {Question} from '../wizard/question.ts';
import {stepOf} from '../wizard/steps/list.ts';
import type {Session} from '../wizard/session.ts';
import {refusedReport, type Report, type Stage} from '../wizard/view.ts';

/**
 * Runs a session that asks nothing. A missing answer is refused, naming the flag; a complete review is
 * applied (the command line has `--force`) or, in a dry run, ended; and every end is a report. Calls `onView`
 * for each new line of the transcript, and for each stage.
 */
export async function runNonInteractive(
	session: Session,
	onView: (session: Session) => void = () => {},
): Promise<Report> {
	const {promise, resolve} = Promise.withResolvers<Report>();
	const step = (): void => {
		onView(session);
		const {stage} = session.view();
		const refusal = refusalOf(stage);
		if (refusal !== undefined) {
			stop();
			resolve(refusal);
			session.leave();
		} else if (stage.kind === 'review' && stage.review.isComplete) {
			session.reviewShown();
			const end = stage.review.actions.find(({action: {kind}}) => kind === 'apply' || kind === 'finish');
			if (end !== undefined) {
				session.act(end.action);
			}
		}
	};

	const stop = session.subscribe(step);
	void session.ended.then(resolve).finally(stop);
	step();
	return promise;
}

const refusalOf = byKind<Stage, [], Report | undefined>({
	checks: ({blocker}) => blocker && refusedReport(blocker),
	// Only a missing answer ends up here: `--force` confirms what has to be confirmed.
	question: ({step, question}) =>
		step === 'confirm' || step === 'review'
			? undefined
			: refusedReport({message: missingAnswer(step, question), exitStatus: exitStatus.usage}),
	review: ({review: {isComplete, blocker}}) => (isComplete && blocker ? refusedReport(blocker) : undefined),
	apply: () => undefined,
	end: () => undefined,
});

function missingAnswer(step: StepId, question: Question): Message {
	const {flag} = stepOf(step);
	const ofKeys = question.kind === 'secret' ? question.flags : undefined;
	const flags = ofKeys ?? (flag && [flagToGive(flag)]);
	return flags === undefined ? message('usage.needsTerminal') : message('usage.missing', {flags});
}
