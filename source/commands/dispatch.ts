import {closest} from 'fastest-levenshtein';
import {briefAnswer} from './brief.ts';
import {exitStatus} from '../plan/status.ts';
import {chooseTexts} from './choose-texts.ts';
import {watchCrashes, type CrashWatch} from './crash.ts';
import {commands} from './list.ts';
import {muteNode} from './mute-node.ts';
import {guardOutput, writeAtOnce} from './output.ts';
import {refuse} from './refuse.ts';
import {watchSignals, type Signals} from './signals.ts';

/**
 * Picks the command, runs it, and waits until its output is written.
 *
 * @param programDirectory the directory of the built program.
 * @returns the exit status.
 */
export async function dispatch(own: NodeJS.Process, programDirectory: string): Promise<number> {
	const output = guardOutput(own);
	const brief = briefAnswer(own.argv.slice(2));
	if (brief !== undefined) {
		writeAtOnce(own, 'stdout', brief);
		await output.flushed();
		return exitStatus.done;
	}

	muteNode(own);
	const crash = watchCrashes(own);
	const signals = watchSignals(own);
	const status = await Promise.race([
		crash.happened,
		signals.ended,
		run(own, programDirectory, {crash, signals}).catch(crash.report),
	]);
	await output.flushed();
	return status;
}

async function run(
	own: NodeJS.Process,
	programDirectory: string,
	{crash, signals}: {readonly crash: CrashWatch; readonly signals: Signals},
): Promise<number> {
	const [first, ...rest] = own.argv.slice(2);
	const texts = await chooseTexts(own.argv.slice(2), own.env);
	crash.speak(texts);
	signals.speak(texts);
	const isNamed = first !== undefined && !first.startsWith('-');
	const command = isNamed ? commands.find(({name}) => name === first) : commands[0];
	if (command === undefined) {
		// The word itself is not repeated: it may be a key.
		const near = closest(
			first ?? '',
			commands.map(({name}) => name),
		);
		return refuse(own, texts, texts.text('usage.unknownCommand', {near}));
	}

	const args = isNamed ? rest : own.argv.slice(2);
	const flags = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
	if (flags.includes('--demo=list')) {
		const {listScenarios} = await import('./demo-list.ts');
		return listScenarios(own, programDirectory);
	}

	return command.run({args, process: own, programDirectory, texts, signals});
}
