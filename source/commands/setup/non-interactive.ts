import {changeDocument} from '../../documents/change-document.ts';
import {loadValidators, printDocument} from '../../documents/print-document.ts';
import {transcriptLine} from '../../frontends/lines/check-lines.ts';
import {textLine, type Line} from '../../frontends/lines/line.ts';
import {plainText} from '../../frontends/lines/print.ts';
import {reportLines} from '../../frontends/lines/report-lines.ts';
import {commandLines, reviewLines, warningLines} from '../../frontends/lines/review-lines.ts';
import {endless} from '../../frontends/lines/table/table.ts';
import {runNonInteractive} from '../../frontends/non-interactive.ts';
import {takeoverWarnings} from '../../wizard/review/takeover.ts';
import {isAlwaysSaid} from '../../wizard/review/warnings.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {painterFor} from '../output.ts';
import type {SetupRun} from './request.ts';

type Print = (name: 'stdout' | 'stderr', lines: readonly Line[]) => void;

/** Runs a session without a terminal and prints what happens: lines, or one JSON document. */
export async function runWithoutQuestions(session: Session, context: SetupRun): Promise<Report> {
	const {process, texts} = context;
	const {change, options} = context.request;
	const isJson = options.output !== undefined;
	const print: Print = (name, lines) => {
		process[name].write(plainText(lines, painterFor(process, name)));
	};
	if (isJson) {
		loadValidators();
	}

	const report = await runNonInteractive(session, teller(context, print));
	if (isJson) {
		await printDocument(changeDocument(report, change, texts), process.stdout);
	}

	const lines = reportLines(report, texts, endless, options.quiet);
	if (report.exitStatus !== 0) {
		print('stderr', lines);
	} else if (!isJson) {
		print('stdout', lines);
	}

	return report;
}

/**
 * Returns a printer of the transcript as it grows, and of the complete review; in a dry run also of the
 * commands. Before the write it prints once what no option hides: who loses control, where secrets go. With
 * `--quiet` the review is not printed, so every warning of it is.
 */
function teller({texts, request: {options}}: SetupRun, print: Print): (session: Session) => void {
	const isJson = options.output !== undefined;
	let printed = 0;
	let isReviewed = false;
	return (session) => {
		const {transcript, stage} = session.view();
		// A review has its plan once it is complete and nothing stands in the way.
		const review = stage.kind === 'review' && !isReviewed ? stage.review : undefined;
		if (review?.plan !== undefined) {
			isReviewed = true;
			const always = review.warnings.filter((warning) => isAlwaysSaid(warning));
			const warnings = [...takeoverWarnings(review.plan), ...always];
			print(
				'stderr',
				options.quiet && !isJson
					? warningLines(review, texts)
					: warnings.map((warning) => textLine(texts.say(warning), {mark: 'note'})),
			);
		}

		if (options.quiet || isJson) {
			return;
		}

		for (const entry of transcript.slice(printed)) {
			print('stdout', [transcriptLine(entry, texts)]);
		}

		printed = transcript.length;
		if (review?.plan !== undefined) {
			const hasCommands = options['dry-run'] && review.commands.length > 0;
			const commands = hasCommands ? commandLines(review, texts) : [];
			print('stdout', [...reviewLines(review, texts, endless), ...commands]);
		}
	};
}
