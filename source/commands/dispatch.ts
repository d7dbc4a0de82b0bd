import {exitStatus} from '../plan/status.ts';
import type {Program} from '../shell/run.ts';
import {isLocale} from '../text/locale.ts';
import {chooseTexts, localeIn} from './choose-texts.ts';
import {commandLine, type CommandLine} from './command-line.ts';
import {watchCrashes, type CrashWatch} from './crash.ts';
import {commands} from './list.ts';
import {helpText, usageLine} from './help/layout.ts';
import {unknownCommand} from './near.ts';
import {muteNode} from './mute-node.ts';
import {failedLine, guardOutput, outputFlushed, windowWidth, withLinks, writeAtOnce} from './output.ts';
import {refuse} from './refuse.ts';
import {watchSignals, type Signals} from './signals.ts';
import {versionLine} from './version.ts';

/**
 * Picks the command, runs it, and waits until its output is written.
 *
 * @param simulator the simulated `ibmcloud` of rehearsals.
 * @returns the exit status.
 */
export async function dispatch(process: NodeJS.Process, simulator: Program): Promise<number> {
	const [first, ...rest] = process.argv.slice(2);
	const line = commandLine(process.argv.slice(2));
	const brief = isHostQuestion(first)
		? (await import('./plugin/answer.ts')).hostAnswers[first](rest)
		: briefAnswer(line, process);
	if (brief !== undefined) {
		writeAtOnce(process, 'stdout', brief);
		return printed(process, exitStatus.done);
	}

	guardOutput(process);
	muteNode(process);
	const crash = watchCrashes(process);
	const signals = watchSignals(process);
	const status = await Promise.race([
		crash.happened,
		signals.ended,
		run(process, line, simulator, {crash, signals}).catch(crash.report),
	]);
	return printed(process, status);
}

/** Asked of a plug-in by its host (from source: SDK `plugin/plugin_shim.go`). */
function isHostQuestion(word: string | undefined): word is 'SendMetadata' | 'SendCompletion' {
	return word === 'SendMetadata' || word === 'SendCompletion';
}

/** What `--help` and `--version` print, before anything else is loaded; undefined without them. */
function briefAnswer({command, flags}: CommandLine, process: NodeJS.Process): string | undefined {
	if (command === undefined) {
		return undefined;
	}

	if (flags.includes('--help') || flags.includes('-h')) {
		return withLinks(process, helpText(command, windowWidth(process)));
	}

	return flags.includes('--version') || flags.includes('-v') ? versionLine : undefined;
}

/** Waits until everything is written. What could not be printed must not end with status 0. */
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
	process: NodeJS.Process,
	{command, word = '', args, flags}: CommandLine,
	simulator: Program,
	{crash, signals}: {readonly crash: CrashWatch; readonly signals: Signals},
): Promise<number> {
	const texts = await chooseTexts(process.argv.slice(2), process.env);
	crash.speak(texts);
	signals.speak(texts);
	// Not repeated: it may be a key. A value that is missing is told with the other options.
	const locale = localeIn(args);
	if (locale !== undefined && locale !== '' && !isLocale(locale)) {
		return refuse({process, texts, usage: usageLine(command)}, texts.text('usage.locale'));
	}

	if (command === undefined) {
		const reason = unknownCommand(
			word,
			commands.map(({name}) => name),
		);
		return refuse({process, texts, usage: usageLine()}, texts.say(reason));
	}

	if (flags.includes('--demo=list')) {
		const {listScenarios} = await import('./demo-list.ts');
		return listScenarios(process, simulator);
	}

	return command.run({args, process, simulator, texts, signals, usage: usageLine(command)});
}
