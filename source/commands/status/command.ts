import {loadValidators, printDocument} from '../../frontends/unattended/print-document.ts';
import {errorLines} from '../../frontends/lines/error-lines.ts';
import {plainText} from '../../frontends/plain/print.ts';
import {normaliseRegion, regionNames} from '../../ibmcloud/facts/regions.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {exitStatus, isPrerequisite} from '../../plan/status.ts';
import type {Texts} from '../../text/texts.ts';
import {explainCommands} from '../explain.ts';
import {defaultConcurrency} from '../concurrency.ts';
import {openWorld, type CommandContext} from '../open-world.ts';
import {holdKey, isOn, listOf, parseOnlyOptions, textOf} from '../options.ts';
import {isTerminal} from '../is-terminal.ts';
import {refuse} from '../refuse.ts';
import {statusOptions} from './definitions.ts';
import {statusDocument} from './document.ts';
import {usernameIn, type StatusCell} from './matrix.ts';
import {readCells} from './read-cells.ts';
import {statusTable} from './table.ts';

/** `classic-credentials status`: who is set where. @returns the exit status. */
export async function status(context: CommandContext): Promise<number> {
	const {process: own, args, texts} = context;
	const parsed = parseOnlyOptions(statusOptions, args);
	if (!parsed.ok) {
		return refuse(own, texts, texts.say(parsed.reason));
	}

	const {values} = parsed;
	// What is refused or missed below is repeated.
	if (holdKey(values, ['region', 'resource-group', 'expect'])) {
		return refuse(own, texts, texts.text('usage.literalKey'));
	}

	const isJson = textOf(values, 'output') !== undefined;
	const regions = listOf(values, 'region').map((region) => normaliseRegion(region));
	if (regions.includes(undefined)) {
		return refuse(
			own,
			texts,
			texts.text('region.unknown', {region: listOf(values, 'region'), regions: regionNames}),
		);
	}

	const world = await openWorld(context, {demo: textOf(values, 'demo'), concurrency: defaultConcurrency});
	if (!world.ok) {
		return refuse(own, texts, texts.say(world.reason));
	}

	const {opened} = world;
	if (isOn(values, 'explain')) {
		explainCommands(opened.world.adapter, own, texts);
	}

	if (!isJson && !isOn(values, 'quiet') && isTerminal(2)) {
		own.stderr.write(`${texts.text('status.reading')}\n`);
	}

	try {
		const reading = readCells(opened.world, {
			regions: regions.filter((region) => region !== undefined),
			groupNames: listOf(values, 'resource-group'),
			isAll: isOn(values, 'all'),
		});
		if (isJson) {
			loadValidators();
		}

		const read = await reading;
		if ('unknownGroup' in read) {
			return refuse(own, texts, texts.text('group.notFound', {name: read.unknownGroup}));
		}

		if (!read.ok) {
			return await fail(read.error, own, texts, isJson);
		}

		const expected = textOf(values, 'expect')?.trim();
		const differing = expected === undefined ? [] : read.cells.filter((cell) => differs(cell, expected));
		const code = statusCode(read.cells, differing);
		if (isJson) {
			await printDocument(
				'status',
				statusDocument(read.cells, {expected, differing, exitStatus: code}),
				own.stdout,
			);
		} else {
			own.stdout.write(statusTable(read.cells, texts, !isOn(values, 'quiet')));
			own.stderr.write(errorsOf(read.cells, texts));
		}

		if (!isJson && differing.length > 0) {
			own.stderr.write(`FAILED\n${differingText(differing, expected ?? '', texts)}`);
		}

		return code;
	} finally {
		await opened.close();
	}
}

function differs(cell: StatusCell, expected: string): boolean {
	const username = usernameIn(cell);
	return expected.toLowerCase() === 'none' ? username !== null : username !== expected;
}

function differingText(differing: readonly StatusCell[], expected: string, texts: Texts): string {
	return differing
		.map((cell) => {
			const found =
				usernameIn(cell) ?? texts.text(cell.credential.ok ? 'present.none' : 'present.unreadable');
			const {region, group} = cell.scope;
			return `${texts.text('status.differs', {region, group: group.name, expected, found})}\n`;
		})
		.join('');
}

/** 4 where something differs from what was expected; 5 or 1 where a cell could not be read. */
function statusCode(cells: readonly StatusCell[], differing: readonly StatusCell[]): number {
	const unread = cells.filter(({credential}) => !credential.ok).length;
	if (unread > 0) {
		return unread < cells.length ? exitStatus.partly : exitStatus.failed;
	}

	return differing.length > 0 ? exitStatus.differs : exitStatus.done;
}

/** Why cells could not be read, in the CLI's own words, each reason once. */
function errorsOf(cells: readonly StatusCell[], texts: Texts): string {
	const errors = cells.flatMap(({credential}) => (credential.ok ? [] : [credential.error]));
	const different = new Map(errors.map((error) => [`${error.kind} ${error.words}`, error]));
	return [...different.values()].map((error) => plainText(errorLines(error, texts))).join('');
}

async function fail(error: CliError, own: NodeJS.Process, texts: Texts, isJson: boolean): Promise<number> {
	const code = isPrerequisite(error.kind) ? exitStatus.prerequisite : exitStatus.failed;
	if (isJson) {
		await printDocument('status', statusDocument([], {error, exitStatus: code}), own.stdout);
	}

	own.stderr.write(`FAILED\n${plainText(errorLines(error, texts))}`);
	return code;
}
