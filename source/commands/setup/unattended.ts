import {recordLine} from '../../frontends/lines/check-lines.ts';
import {lineWriter} from '../../frontends/lines/line.ts';
import {reportLines} from '../../frontends/lines/report-lines.ts';
import {reviewLines} from '../../frontends/lines/review-lines.ts';
import {plainLine, plainText} from '../../frontends/lines/print.ts';
import {changeDocument} from '../../frontends/unattended/document.ts';
import {loadValidators, printDocument} from '../../frontends/unattended/print-document.ts';
import {runUnattended} from '../../frontends/unattended/run.ts';
import type {Texts} from '../../text/texts.ts';
import {isAlwaysSaid} from '../../wizard/review-warnings.ts';
import type {Session} from '../../wizard/session.ts';
import {takeoverWarnings} from '../../wizard/takeover.ts';
import type {Report} from '../../wizard/view.ts';
import type {SetupRequest} from './request.ts';

/** Holds a session without a terminal and prints what happens: lines, or one JSON document. */
export async function holdUnattended(
	session: Session,
	own: NodeJS.Process,
	texts: Texts,
	request: SetupRequest,
): Promise<Report> {
	const talks = !request.isQuiet && !request.isJson;
	warnAlways(session, own, texts);
	if (request.isJson) {
		loadValidators();
	}

	const report = await runUnattended(session, {
		isDryRun: request.isDryRun,
		...(talks ? {onView: talker(own, texts)} : {}),
	});
	if (request.isJson) {
		await printDocument('change', changeDocument(report, request.change, texts), own.stdout);
	}

	const text = plainText(reportLines(report, texts));
	if (report.exitStatus !== 0) {
		own.stderr.write(text);
	} else if (!request.isJson) {
		own.stdout.write(text);
	}

	return report;
}

/** Says once, before anything is applied, what `--quiet` does not hide: who loses control, and that secrets go elsewhere. */
function warnAlways(session: Session, own: NodeJS.Process, texts: Texts): void {
	const stop = session.subscribe(() => {
		const {stage} = session.view();
		const review = stage.kind === 'review' ? stage.review : undefined;
		if (review?.plan === undefined) {
			return;
		}

		stop();
		const writer = lineWriter(texts);
		const always = review.warnings.filter((warning) => isAlwaysSaid(warning));
		const lines = [...takeoverWarnings(review.plan), ...always].map((warning) =>
			writer.line(warning, {mark: 'note'}),
		);
		own.stderr.write(plainText(lines));
	});
}

/** Prints the record as it grows, and the review once it is complete. */
function talker(own: NodeJS.Process, texts: Texts): (session: Session) => void {
	let printed = 0;
	let isReviewPrinted = false;
	return (session) => {
		const {record, stage} = session.view();
		for (const entry of record.slice(printed)) {
			own.stdout.write(`${plainLine(recordLine(entry, texts))}\n`);
		}

		printed = record.length;
		if (
			stage.kind === 'review' &&
			stage.review.isComplete &&
			stage.review.obstacle === undefined &&
			!isReviewPrinted
		) {
			isReviewPrinted = true;
			own.stdout.write(plainText(reviewLines(stage.review, texts)));
		}
	};
}
