import {chooseTexts} from './choose-texts.ts';
import {watchCrashes, type CrashWatch} from './crash.ts';
import {commands} from './list.ts';
import {muteNode} from './mute-node.ts';
import {watchSignals, type Signals} from './signals.ts';

/**
 * Picks the command, runs it, and waits until its output is written.
 *
 * @param programDirectory the directory of the built program.
 * @returns the exit status.
 */
export async function dispatch(own: NodeJS.Process, programDirectory: string): Promise<number> {
	muteNode(own);
	// Whoever read what is written may go; what was begun is finished all the same.
	own.stdout.on('error', () => {});
	own.stderr.on('error', () => {});
	const crash = watchCrashes(own);
	const signals = watchSignals(own);
	const status = await Promise.race([
		crash.happened,
		signals.ended,
		run(own, programDirectory, {crash, signals}).catch(crash.report),
	]);
	await Promise.all([flushed(own.stdout), flushed(own.stderr)]);
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
		const {refuseCommand} = await import('./unknown-command.ts');
		return refuseCommand(
			own,
			texts,
			first ?? '',
			commands.map(({name}) => name),
		);
	}

	const args = isNamed ? rest : own.argv.slice(2);
	const flags = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
	if (flags.includes('--demo=list')) {
		const {listScenarios} = await import('./demo-list.ts');
		return listScenarios(own, programDirectory);
	}

	return command.run({args, process: own, programDirectory, texts, signals});
}

async function flushed(stream: NodeJS.WriteStream): Promise<void> {
	return new Promise((resolve) => {
		stream.write('', () => {
			resolve();
		});
	});
}
