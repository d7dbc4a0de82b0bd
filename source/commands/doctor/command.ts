import {exitStatus} from '../../plan/status.ts';
import {doctorOptions} from '../common-options.ts';
import type {CommandContext} from '../open-run.ts';
import {parseOptions} from '../options.ts';
import {withReadingRun} from '../reading-run.ts';
import {asksForJson, refuse} from '../refuse.ts';
import {diagnosticBundle} from './bundle.ts';
import {findingsOf, printFindings} from './findings.ts';

/** A command that has not answered by then (milliseconds) is told: nobody waits longer for a diagnosis. */
const longestMs = 30_000;

/** `classic-credentials doctor`: the checks of the setup alone, all of them, with the fix for each. */
export async function doctor(context: CommandContext): Promise<number> {
	const {process, args, texts} = context;
	const parsed = parseOptions(doctorOptions, args, context);
	if (!parsed.ok) {
		if (asksForJson(args)) {
			const nothing = {checks: [], configurationFile: undefined, exitStatus: exitStatus.usage};
			await printFindings(nothing, undefined, context, {quiet: false, output: 'json'});
		}

		return refuse(context, parsed.reason);
	}

	const {value: values} = parsed;
	return withReadingRun(
		context,
		values,
		async ({run, demo, stopTelling}) => {
			if (values.bundle) {
				const bundle = await diagnosticBundle(run, texts).finally(stopTelling);
				process.stdout.write(bundle.text);
				return bundle.exitStatus;
			}

			const findings = await findingsOf(run).finally(stopTelling);
			const program = run.program.ok && demo === undefined ? run.program.value.path : undefined;
			await printFindings(findings, program, context, values);
			return findings.exitStatus;
		},
		longestMs,
	);
}
