import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/error-kinds.ts';
import {findPlugin} from '../../ibmcloud/parsers/installed.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {message, type Message} from '../../text/message.ts';
import type {Context, SessionReads} from '../context.ts';
import type {Check, CheckId, CheckState} from '../view.ts';
import {blockerOf} from './login.ts';

type Checked = Pick<Context, 'isApiKeyLogin' | 'isInteractive' | 'place' | 'reads'>;

/** The result of a check; undefined while it is not known. */
type Found = Omit<Check, 'id' | 'label'> | undefined;

/** Returns the reads behind the checks; all of them start at once. */
export function checkReads(reads: SessionReads): ReadonlyArray<Read<unknown>> {
	return [reads.version, reads.plugins, reads.target, reads.linked];
}

/**
 * Returns the checks, whether all of them have a result, and what blocks. A screen that asks must not change:
 * a blocker is only returned once every read that it quotes has answered.
 */
export function checksOf(context: Checked) {
	const {reads, place} = context;
	const afterLogin = (found: Found): Found => (place.loggedIn ? found : note(message('check.afterLogin')));
	const before = [
		checkOf('cli', reads.version, cliCheck(context)),
		checkOf('container-service', reads.plugins, pluginCheck(context, 'container-service', missing)),
		checkOf('sl', reads.plugins, pluginCheck(context, 'sl', note)),
	];
	const isMissing = before.some(({state}) => state === 'missing');
	const checks = [
		...before,
		checkOf('login', reads.target, loginCheck(context, isMissing)),
		checkOf('account', reads.target, afterLogin(accountCheck(context))),
		checkOf('group', reads.target, afterLogin(targeted('group', place.group?.name))),
		checkOf('region', reads.target, afterLogin(targeted('region', place.region))),
	];
	const isSettled = checks.every(({state}) => state !== 'running');
	return {checks, isSettled, blocker: isSettled ? blockerOf(checks, context) : undefined};
}

/** Returns the check of the list of users, which a setup can do without; only `doctor` shows it. */
export function usersCheck({reads: {users}}: Pick<Checked, 'reads'>): Check {
	const list = users.value()?.users;
	return checkOf(
		'users',
		users,
		list === undefined
			? note(message('check.users.unknown'), {error: users.failure()})
			: fine(message('check.users.found', {count: list.length})),
	);
}

/** Returns a check as a line. @param read has to answer before there is a result. */
function checkOf(id: CheckId, read: Read<unknown>, found: Found): Check {
	return {id, label: message(`check.${id}`), state: 'running', ...(read.outcome() && found)};
}

const foundAs =
	(state: CheckState) =>
	(result: Message, more: Pick<Check, 'remedy' | 'error'> = {}): Found => ({state, result, ...more});
const fine = foundAs('fine');
const note = foundAs('note');
const missing = foundAs('missing');

function isNoCli(error: CliError | undefined): boolean {
	return error?.kind === 'cli-missing' || error?.kind === 'cli-not-executable';
}

function cliCheck({reads}: Checked): Found {
	const error = reads.version.failure();
	if (error === undefined) {
		return fine(message('check.cli.found', {version: reads.version.value() ?? ''}));
	}

	if (error.kind === 'cli-unsafe') {
		const {words, command} = error;
		const result =
			words === ''
				? message('check.cli.currentDirectory', {path: command})
				: message('check.cli.unsafe', {hop: words});
		return missing(result, {error: {...error, words: ''}});
	}

	const remedy = 'https://cloud.ibm.com/docs/cli?topic=cli-getting-started';
	return isNoCli(error)
		? missing(message(`error.${error.kind}`), {remedy, error})
		: note(message('check.cli.unknownVersion'), {error});
}

function pluginCheck({reads}: Checked, name: 'container-service' | 'sl', whenMissing: typeof note): Found {
	if (isNoCli(reads.plugins.failure())) {
		return note(message('check.afterCli'));
	}

	const plugins = reads.plugins.value();
	if (plugins === undefined) {
		return note(message('check.plugin.unknown'), {error: reads.plugins.failure()});
	}

	const plugin = findPlugin(plugins, name);
	return plugin === undefined
		? whenMissing(message(`check.${name}.missing`), {remedy: `ibmcloud plugin install ${name}`})
		: fine(message('check.plugin.found', {version: plugin.version}));
}

function loginCheck({reads, place}: Checked, isAsking: boolean): Found {
	if (reads.linked.state().kind === 'running') {
		return undefined;
	}

	const failure = reads.target.failure();
	if (isNoCli(failure)) {
		return note(message('check.afterCli'));
	}

	// A login error counts, whichever command reported it. The list of users is not waited for: it counts only
	// while no other check blocks, so that a late answer changes nothing on the screen.
	const isListHeard = reads.target.value()?.loggedIn === true && !isAsking;
	const heard = [reads.target, reads.linked, ...(isListHeard ? [reads.users] : [])];
	const failures = heard.flatMap((read) => read.failure() ?? []);
	const error = failures.find((each) => isAboutLogin(each));
	const user = place.user ?? '?';
	if (error === undefined && failure !== undefined) {
		// The session relies on the file here; that the CLI has not confirmed it must not look fine.
		return place.loggedIn
			? note(message('check.login.unconfirmed', {user}), {error: failure})
			: missing(message(`error.${failure.kind}`), {error: failure});
	}

	if (error === undefined && place.loggedIn) {
		const isDoubtful = failures.some((each) => each.kind === 'unknown' && mayBeAboutLogin(each));
		return isDoubtful
			? note(message('check.login.doubtful', {user}))
			: fine(message('check.login.as', {user}));
	}

	return missing(message(error?.kind === 'session-expired' ? 'error.session-expired' : 'check.login.none'), {
		remedy: 'ibmcloud login',
		error,
	});
}

function accountCheck({reads, place}: Checked): Found {
	if (place.account === undefined) {
		const {command} = reads.target;
		return note(message('check.account.none'), {
			remedy: 'ibmcloud target -c ACCOUNT_ID',
			error: {kind: 'no-account-targeted', words: '', command},
		});
	}

	const name = place.account.name;
	if (typeof place.classicAccount !== 'string' && reads.linked.state().kind === 'running') {
		return undefined;
	}

	if (place.classicAccount === null) {
		return note(message('check.account.notLinked', {name}));
	}

	const error = reads.linked.failure();
	return place.classicAccount === undefined
		? note(message('check.account.unknownLink', {name}), {error})
		: fine(message('check.account.linked', {name, number: place.classicAccount}), {error});
}

/** Returns what is targeted, by name; an empty region means none. */
function targeted(id: 'group' | 'region', name: string | undefined): Found {
	return name === undefined || name === ''
		? note(message(`check.${id}.none`))
		: fine(message('value.plain', {value: name}));
}
