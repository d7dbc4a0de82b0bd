import {printDocument} from '../documents/print-document.ts';
import {exitStatus} from '../plan/status.ts';
import type {Program} from '../shell/run.ts';
import {isLocale} from '../text/locale.ts';
import {message} from '../text/message.ts';
import {englishTexts} from '../text/texts.ts';
import {chooseTexts, localeIn, readCommandLine, type ReadCommandLine} from './command-line.ts';
import {namedScenarios} from './common-options.ts';
import {watchProcess} from './process-events.ts';
import {helpFor, usageLine, versionLine} from './help/layout.ts';
import {allOptions, commandNames} from './list.ts';
import {muteNode, failedLine, guardOutput, outputFlushed, writeAtOnce} from './output.ts';
import {unknownCommand} from './near.ts';
import type {ProgramContext, RefusedRun} from './command.ts';
import {parseArguments, spellings} from './options.ts';
import {asksForJson, refuse, refuseRun} from './refuse.ts';

/**
 * Runs the command that the arguments name, and waits until its output is written. @param simulator the
 * simulated `ibmcloud` of rehearsals. @returns the exit status.
 */
export async function dispatch(process: NodeJS.Process, simulator: Program): Promise<number> {
	const [first = '', ...rest] = process.argv.slice(2);
	const line = readCommandLine(process.argv.slice(2));
	const isQuestion = Object.hasOwn(questions, first);
	const brief = isQuestion ? await questions[first]?.(rest) : briefAnswer(line, process);
	if (brief !== undefined) {
		writeAtOnce(process, 'stdout', brief);
		return printed(process, exitStatus.done);
	}

	guardOutput(process);
	muteNode(process);
	let texts = englishTexts;
	const events = watchProcess(process, () => texts);
	const chosen = async (): Promise<number> => {
		texts = await chooseTexts(process.argv.slice(2), process.env);
		return run(line, {process, texts, simulator, events});
	};
	const status = await Promise.race([events.ended, chosen().catch(events.report)]);
	return printed(process, status);
}

/** The questions of other programs, by the first word of the command line. */
const questions: Readonly<Record<string, (words: readonly string[]) => Promise<string>>> = {
	// Asked by the host of a plug-in (from source: SDK `plugin/plugin_shim.go`).
	SendMetadata: async () => (await import('./plugin.ts')).hostAnswers.SendMetadata(),
	SendCompletion: async (words) => (await import('./plugin.ts')).hostAnswers.SendCompletion(words),
	// Asked by the scripts of `completion`.
	__complete: async () => (await import('./completion/candidates.ts')).answerScript(),
};

/** Returns what `--help` or `--version` prints, before anything else is loaded; undefined without them. */
function briefAnswer({command, flags}: ReadCommandLine, process: NodeJS.Process): string | undefined {
	if (command === undefined) {
		return undefined;
	}

	if (flags.includes('--help') || flags.includes('-h')) {
		return helpFor(process, command);
	}

	return flags.includes('--version') || flags.includes('-v') ? versionLine : undefined;
}

/** Waits until all output is written. If some could not be printed, the exit status must not be 0. */
async function printed(process: NodeJS.Process, status: number): Promise<number> {
	const failure = await outputFlushed();
	if (failure === undefined) {
		return status;
	}

	const texts = await chooseTexts(process.argv.slice(2), process.env);
	writeAtOnce(process, 'stderr', `${failedLine(process)}${texts.text('output.failed', {code: failure})}\n`);
	return status === exitStatus.done ? exitStatus.failed : status;
}

async function run(
	{command, word = '', args, flags}: ReadCommandLine,
	given: Omit<ProgramContext, 'usage'>,
): Promise<number> {
	const context = {...given, usage: usageLine(command)};
	// Does not repeat the value: it may be a key. A missing value is refused with the other options.
	const locale = localeIn(args);
	if (locale !== undefined && locale !== '' && !isLocale(locale)) {
		return refuse(context, message('usage.locale'));
	}

	if (command === undefined) {
		return refuse(context, unknownCommand(word, commandNames));
	}

	if (flags.includes('--demo=list')) {
		const width = Math.max(...namedScenarios.map(({name}) => name.length));
		const rows = namedScenarios.map(({name, description}) => `${name.padEnd(width)}  ${description}\n`);
		given.process.stdout.write(rows.join(''));
		return exitStatus.done;
	}

	const knownOptions = allOptions.flatMap((option) => spellings(option));
	const parsed = parseArguments({...command, knownOptions}, args);
	const ended: number | RefusedRun = parsed.ok ? await command.run({...context, ...parsed.value}) : parsed;
	if (typeof ended === 'number') {
		return ended;
	}

	if (command.refusedDocument !== undefined && asksForJson(args)) {
		const status = ended.error === undefined ? exitStatus.usage : exitStatus.prerequisite;
		await printDocument(await command.refusedDocument(context, status, ended), given.process.stdout);
	}

	return refuseRun(context, ended);
}
