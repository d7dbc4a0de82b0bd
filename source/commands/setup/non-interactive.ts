import {transcriptLine} from '../../frontends/lines/check-lines.ts';
import {textLine} from '../../frontends/lines/line.ts';
import {reportLines} from '../../frontends/lines/report-lines.ts';
import {commandLines, reviewLines, warningLines} from '../../frontends/lines/review-lines.ts';
import {endless} from '../../frontends/lines/table/table.ts';
import {plainText} from '../../frontends/lines/print.ts';
import {changeDocument} from '../../documents/change-document.ts';
import {loadValidators, printDocument} from '../../documents/print-document.ts';
import {runNonInteractive} from '../../frontends/non-interactive.ts';
import type {Texts} from '../../text/texts.ts';
import {isAlwaysSaid} from '../../wizard/review/warnings.ts';
import type {Session} from '../../wizard/session.ts';
import {takeoverWarnings} from '../../wizard/review/takeover.ts';
import type {Report, Review} from '../../wizard/view.ts';
import {painterFor} from '../output.ts';
import type {SetupRun} from './request.ts';

/** Runs a session without a terminal and prints what happens: lines, or one JSON document. */
export async function runWithoutQuestions(
	session: Session,
	{process, texts, request}: SetupRun,
): Promise<Report> {
	const {options} = request;
	const isJson = options.output !== undefined;
	const talks = !options.quiet && !isJson;
	warnFirst(session, process, {texts, isQuiet: options.quiet && !isJson});
	if (isJson) {
		loadValidators();
	}

	const report = await runNonInteractive(
		session,
		talks ? talker(process, texts, options['dry-run']) : undefined,
	);
	if (isJson) {
		await printDocument(changeDocument(report, request.change, texts), process.stdout);
	}

	const text = plainText(
		reportLines(report, texts, endless, options.quiet),
		painterFor(process, report.exitStatus === 0 ? 'stdout' : 'stderr'),
	);
	if (report.exitStatus !== 0) {
		process.stderr.write(text);
	} else if (!isJson) {
		process.stdout.write(text);
	}

	return report;
}

/**
 * Says once, before the write, what no option hides: who loses control, where secrets go. With `--quiet` the
 * review is not printed, so every warning of it is said here.
 */
function warnFirst(
	session: Session,
	process: NodeJS.Process,
	{texts, isQuiet}: {readonly texts: Texts; readonly isQuiet: boolean},
): void {
	const stop = session.subscribe(() => {
		const review = reviewIn(session);
		if (review?.plan === undefined) {
			return;
		}

		stop();
		const always = review.warnings.filter((warning) => isAlwaysSaid(warning));
		const lines = isQuiet
			? warningLines(review, texts)
			: [...takeoverWarnings(review.plan), ...always].map((warning) =>
					textLine(texts.say(warning), {mark: 'note'}),
				);
		process.stderr.write(plainText(lines, painterFor(process, 'stderr')));
	});
}

/** The review, which has its plan once it is complete and nothing stands in the way. */
function reviewIn(session: Session): Review | undefined {
	const {stage} = session.view();
	return stage.kind === 'review' ? stage.review : undefined;
}

/** Prints the transcript as it grows and the complete review; in a dry run also the commands. */
function talker(process: NodeJS.Process, texts: Texts, isDryRun: boolean): (session: Session) => void {
	let printed = 0;
	let isReviewPrinted = false;
	return (session) => {
		const {transcript} = session.view();
		for (const entry of transcript.slice(printed)) {
			process.stdout.write(plainText([transcriptLine(entry, texts)], painterFor(process, 'stdout')));
		}

		printed = transcript.length;
		const review = reviewIn(session);
		if (review?.plan !== undefined && !isReviewPrinted) {
			isReviewPrinted = true;
			const lines = [
				...reviewLines(review, texts, endless),
				...(isDryRun && review.commands.length > 0 ? commandLines(review, texts) : []),
			];
			process.stdout.write(plainText(lines, painterFor(process, 'stdout')));
		}
	};
}
