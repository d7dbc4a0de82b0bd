import {readConfiguration} from '../../ibmcloud/configuration.ts';
import {exitStatus} from '../../plan/status.ts';
import {checkReads} from '../../wizard/session/checks.ts';
import {explainCommands} from '../explain.ts';
import {defaultConcurrency} from '../concurrency.ts';
import {isTerminal} from '../is-terminal.ts';
import {openRun, type CommandContext} from '../open-run.ts';
import {parseOptions, type ValuesOf} from '../options.ts';
import {asksForJson, refuse} from '../refuse.ts';
import {refuseRun} from '../refuse-run.ts';
import {sayWhatRuns} from '../say-what-runs.ts';
import type {RunContext} from '../run-context.ts';
import {diagnosticBundle} from './bundle.ts';
import {doctorOptions} from './definitions.ts';
import {findingsOf, type Findings} from './findings.ts';
import {printFindings} from './print-findings.ts';

/** Who asks what is wrong is not kept waiting longer than this (milliseconds): what has not answered by then is told. */
const longestMs = 30_000;

/** `classic-credentials doctor`: the checks of the setup alone, all of them, with the fix for each. */
export async function doctor(context: CommandContext): Promise<number> {
	const {process, args, texts} = context;
	const parsed = parseOptions(doctorOptions, args);
	if (!parsed.ok) {
		if (asksForJson(args)) {
			const nothing = {checks: [], configurationFile: undefined, exitStatus: exitStatus.usage};
			await printFindings(nothing, {process, texts, program: undefined, isQuiet: false, isJson: true});
		}

		return refuse(context, texts.say(parsed.reason));
	}

	const {values} = parsed;
	const opened = await openRun(context, {
		demo: values.demo,
		concurrency: defaultConcurrency,
		longestMs,
	});
	if (!opened.ok) {
		return refuseRun(context, opened);
	}

	const {run, demo} = opened.opened;
	if (values.explain) {
		explainCommands(run.adapter, process, texts);
	}

	try {
		if (values.bundle) {
			const bundle = await aloud(context, values, run, async () => diagnosticBundle(run, texts));
			process.stdout.write(bundle.text);
			return bundle.exitStatus;
		}

		const findings = await aloud(context, values, run, async () => examine(run));
		await printFindings(findings, {
			process,
			texts,
			program: run.program.ok && demo === undefined ? run.program.value.path : undefined,
			isQuiet: values.quiet,
			isJson: values.output !== undefined,
		});
		return findings.exitStatus;
	} finally {
		await opened.opened.close();
	}
}

/** Does something, and says meanwhile in a terminal what is waited for. */
async function aloud<Value>(
	{process, texts}: CommandContext,
	values: ValuesOf<typeof doctorOptions>,
	{store}: RunContext,
	work: () => Promise<Value>,
): Promise<Value> {
	const isTold = values.output === undefined && !values.quiet && isTerminal(2);
	const stop = isTold ? sayWhatRuns(store, process, texts) : () => {};
	return work().finally(stop);
}

async function examine({reads, directories}: RunContext): Promise<Findings> {
	await Promise.all([...checkReads(reads), reads.users].map(async (read) => read.start()));
	return findingsOf(reads, readConfiguration(directories.operators.configurationFile));
}
