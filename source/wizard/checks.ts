import {isAboutLogin} from '../ibmcloud/errors.ts';
import type {Read} from '../ibmcloud/reads.ts';
import type {CliError} from '../ibmcloud/types.ts';
import {exitStatus} from '../plan/status.ts';
import {message, type Message} from '../text/message.ts';
import type {Context, SessionReads} from './context.ts';
import type {Action} from './question.ts';
import type {Check, CheckId, CheckState, Trouble} from './view.ts';

/** What the checks say: every line, whether all have their result, and what stands in the way. */
export interface ChecksResult {
	readonly checks: readonly Check[];
	readonly isSettled: boolean;
	readonly trouble: Trouble | undefined;
}

/** The reads that the checks stand on; they run side by side from the first moment. */
export function checkReads(reads: SessionReads): ReadonlyArray<Read<unknown>> {
	return [reads.version, reads.plugins, reads.target, reads.linked];
}

/** @param offerDemo whether the rehearsal can be offered when `ibmcloud` is not installed. */
export function checksOf(context: Context, offerDemo: boolean): ChecksResult {
	const checks = [
		cliCheck(context),
		pluginCheck(context, 'container-service', 'missing'),
		pluginCheck(context, 'sl', 'note'),
		loginCheck(context),
		accountCheck(context),
		groupCheck(context),
		regionCheck(context),
	];
	const isSettled = checks.every(({state}) => state !== 'running');
	return {checks, isSettled, trouble: isSettled ? troubleOf(checks, context, offerDemo) : undefined};
}

function line(id: CheckId, state: CheckState, result: Message | undefined, remedy?: string): Check {
	return {id, state, label: message(`check.${id}`), result, remedy};
}

function running(id: CheckId): Check {
	return line(id, 'running', undefined);
}

function failureOf(read: Read<unknown>): CliError | undefined {
	const state = read.state();
	return state.kind === 'done' && !state.outcome.ok ? state.outcome.error : undefined;
}

function isOpen(read: Read<unknown>): boolean {
	return read.state().kind !== 'done';
}

function isNoCli(error: CliError | undefined): boolean {
	return error?.kind === 'cli-missing' || error?.kind === 'cli-not-executable';
}

function cliCheck({reads}: Context): Check {
	if (isOpen(reads.version)) {
		return running('cli');
	}

	const error = failureOf(reads.version);
	if (error === undefined) {
		return line('cli', 'fine', message('check.cli.found', {version: reads.version.value() ?? ''}));
	}

	if (error.kind === 'cli-unsafe') {
		return line('cli', 'missing', message('check.cli.unsafe', {path: error.command}));
	}

	return isNoCli(error)
		? line(
				'cli',
				'missing',
				message(`error.${error.kind}`),
				'https://cloud.ibm.com/docs/cli?topic=cli-getting-started',
			)
		: line('cli', 'note', message('check.cli.unknownVersion'));
}

function pluginCheck({reads}: Context, name: 'container-service' | 'sl', whenMissing: CheckState): Check {
	if (isOpen(reads.plugins)) {
		return running(name);
	}

	if (isNoCli(failureOf(reads.plugins))) {
		return line(name, 'note', message('check.afterCli'));
	}

	const plugins = reads.plugins.value();
	if (plugins === undefined) {
		return line(name, 'note', message('check.plugin.unknown'));
	}

	const plugin = plugins.find((candidate) => candidate.name === name);
	return plugin === undefined
		? line(name, whenMissing, message(`check.${name}.missing`), `ibmcloud plugin install ${name}`)
		: line(name, 'fine', message('check.plugin.found', {version: plugin.version}));
}

/** Kinds of error that say that the session is over, whichever command met it. */
function loginError({reads}: Context): CliError | undefined {
	return [reads.target, reads.linked, reads.users]
		.map((read) => failureOf(read))
		.find((error) => error !== undefined && isAboutLogin(error));
}

function loginCheck(context: Context): Check {
	const {reads, place} = context;
	if (isOpen(reads.target)) {
		return running('login');
	}

	if (isNoCli(failureOf(reads.target))) {
		return line('login', 'note', message('check.afterCli'));
	}

	const error = loginError(context);
	if (error?.kind === 'session-expired') {
		return line('login', 'missing', message('error.session-expired'), 'ibmcloud login');
	}

	if (place.loggedIn && error === undefined) {
		return line('login', 'fine', message('check.login.as', {user: place.user ?? '?'}));
	}

	const other = failureOf(reads.target);
	return other !== undefined && other.kind !== 'not-logged-in'
		? line('login', 'missing', message(`error.${other.kind}`))
		: line('login', 'missing', message('check.login.none'), 'ibmcloud login');
}

function accountCheck({reads, place}: Context): Check {
	if (isOpen(reads.target)) {
		return running('account');
	}

	if (!place.loggedIn) {
		return line('account', 'note', message('check.afterLogin'));
	}

	if (place.account === undefined) {
		return line('account', 'note', message('check.account.none'), 'ibmcloud target -c ACCOUNT_ID');
	}

	const name = place.account.name;
	if (typeof place.classicAccount !== 'string' && reads.linked.state().kind === 'running') {
		return running('account');
	}

	if (place.classicAccount === null) {
		return line('account', 'note', message('check.account.notLinked', {name}));
	}

	return place.classicAccount === undefined
		? line('account', 'note', message('check.account.unknownLink', {name}))
		: line('account', 'fine', message('check.account.linked', {name, number: place.classicAccount}));
}

function groupCheck({reads, place}: Context): Check {
	if (isOpen(reads.target)) {
		return running('group');
	}

	if (!place.loggedIn) {
		return line('group', 'note', message('check.afterLogin'));
	}

	return place.group === undefined
		? line('group', 'note', message('check.group.none'))
		: line('group', 'fine', message('value.plain', {value: place.group.name}));
}

function regionCheck({reads, place}: Context): Check {
	if (isOpen(reads.target)) {
		return running('region');
	}

	return place.region === undefined || place.region === ''
		? line('region', 'note', message('check.region.none'))
		: line('region', 'fine', message('value.plain', {value: place.region}));
}

const retry: Action = {id: 'retry', label: message('action.checkAgain')};
const quit: Action = {id: 'quit', label: message('action.quit')};

function troubleOf(checks: readonly Check[], context: Context, offerDemo: boolean): Trouble | undefined {
	const missing = checks.find(({state}) => state === 'missing');
	if (missing === undefined) {
		return undefined;
	}

	const {reads} = context;
	const base = {
		exitStatus: exitStatus.prerequisite,
		message: missing.result ?? missing.label,
		remedy: missing.remedy,
	};
	switch (missing.id) {
		case 'cli': {
			const demo: Action[] = offerDemo ? [{id: 'demo', label: message('action.demo')}] : [];
			return {...base, error: failureOf(reads.version), actions: [retry, ...demo, quit]};
		}

		case 'container-service':
		case 'sl': {
			const install: Action = {
				id: `install:${missing.id}`,
				label: message('action.install', {plugin: missing.id}),
			};
			return {...base, error: undefined, actions: [retry, install, quit]};
		}

		case 'login': {
			const login: Action[] =
				missing.remedy === undefined
					? []
					: [
							{id: 'login', label: message('action.login')},
							{id: 'login-sso', label: message('action.loginSso')},
						];
			return {
				...base,
				error: loginError(context) ?? failureOf(reads.target),
				actions: [retry, ...login, quit],
			};
		}

		default: {
			return {...base, error: failureOf(reads.target), actions: [retry, quit]};
		}
	}
}
