import {checkLines} from '../../frontends/lines/check-lines.ts';
import {plainText} from '../../frontends/plain/print.ts';
import {documentVersion, errorDocument} from '../../frontends/unattended/document.ts';
import {printDocument} from '../../frontends/unattended/print-document.ts';
import {exitStatus} from '../../plan/status.ts';
import {checkReads, checksOf} from '../../wizard/checks.ts';
import {placeOf} from '../../wizard/place.ts';
import {readConfiguration} from '../../ibmcloud/configuration.ts';
import {explainCommands} from '../explain.ts';
import {defaultConcurrency} from '../concurrency.ts';
import {openWorld, type CommandContext} from '../open-world.ts';
import {isOn, parseOnlyOptions, textOf} from '../options.ts';
import {refuse} from '../refuse.ts';
import {refuseWorld} from '../refuse-world.ts';
import {diagnosticBundle} from './bundle.ts';
import {doctorOptions} from './definitions.ts';

/** `classic-credentials doctor`: the checks of the setup alone, all of them, with the fix for each. */
export async function doctor(context: CommandContext): Promise<number> {
	const {process: own, args, texts} = context;
	const parsed = parseOnlyOptions(doctorOptions, args);
	if (!parsed.ok) {
		return refuse(own, texts, texts.say(parsed.reason));
	}

	const opened = await openWorld(context, {
		demo: textOf(parsed.values, 'demo'),
		concurrency: defaultConcurrency,
	});
	if (!opened.ok) {
		return refuseWorld(own, texts, opened);
	}

	const {world} = opened.opened;
	if (isOn(parsed.values, 'explain')) {
		explainCommands(world.adapter, own, texts);
	}

	const {reads} = world;
	if (isOn(parsed.values, 'bundle')) {
		own.stdout.write(await diagnosticBundle(world));
		await opened.opened.close();
		return exitStatus.done;
	}

	await Promise.all([...checkReads(reads), reads.users].map(async (read) => read.start()));
	const configuration = readConfiguration(world.homes.own.configurationFile);
	const {checks, trouble} = checksOf(
		{
			answers: {},
			earlier: {},
			place: placeOf(configuration, reads.target.state(), reads.linked.state()),
			reads,
			unfinished: undefined,
			left: undefined,
			change: 'set',
			isWhereSet: false,
			keyCreation: {kind: 'none'},
			isDryRun: true,
			pairCheckHost: undefined,
			isApiKeyLogin: configuration?.apiKeyLogin === true,
			demoKeys: new Map(),
		},
		false,
	);
	const code = trouble === undefined ? exitStatus.done : exitStatus.prerequisite;
	const program = world.program.ok && opened.opened.demo === undefined ? world.program.value.path : null;
	// Quiet is for scripts that want to see only what is not as it should be.
	const shown = isOn(parsed.values, 'quiet') ? checks.filter(({state}) => state !== 'fine') : checks;
	if (textOf(parsed.values, 'output') === undefined) {
		if (program !== null) {
			own.stdout.write(`${texts.text('doctor.program', {path: program})}\n`);
		}

		own.stdout.write(plainText(checkLines({kind: 'checks', checks: shown, trouble: undefined}, texts)));
		const remedies = checks.flatMap(({remedy, state}) =>
			remedy === undefined || state === 'fine' ? [] : [remedy],
		);
		own.stdout.write(remedies.map((remedy) => `${texts.text('doctor.remedy', {remedy})}\n`).join(''));
	} else {
		const document = {
			schemaVersion: documentVersion,
			command: 'doctor',
			exitStatus: code,
			program,
			configurationFile: configuration?.path ?? null,
			checks: checks.map(({id, state, result, remedy}) => ({
				id,
				state,
				result: result === undefined ? null : texts.say(result),
				remedy: remedy ?? null,
			})),
			error: trouble?.error === undefined ? null : errorDocument(trouble.error),
		};
		await printDocument('doctor', document, own.stdout);
	}

	await opened.opened.close();
	return code;
}
