import {isAboutLogin, mayBeAboutLogin} from '../../ibmcloud/about-login.ts';
import {findPlugin} from '../../ibmcloud/parsers/plugin-list.ts';
import type {Read} from '../../ibmcloud/reads.ts';
import type {CliError} from '../../ibmcloud/types.ts';
import {message} from '../../text/message.ts';
import type {Context, SessionReads} from '../context.ts';
import {blockerOfChecks} from './blocker.ts';
import {isNoCli, isOpen, line, running} from './check-line.ts';
import type {Check, CheckState} from '../view.ts';

/** What the checks say: every line, whether all have their result, and what stands in the way. */
export type ChecksResult = ReturnType<typeof checksOf>;

/** The reads that the checks stand on; they run side by side from the first moment. */
export function checkReads(reads: SessionReads): ReadonlyArray<Read<unknown>> {
	return [reads.version, reads.plugins, reads.target, reads.linked];
}

/** A screen that asks stands still: a blocker is only said once every read that it quotes has answered. */
export function checksOf(context: Context) {
	const before = [
		cliCheck(context),
		pluginCheck(context, 'container-service', 'missing'),
		pluginCheck(context, 'sl', 'note'),
	];
	const isMissing = before.some(({state}) => state === 'missing');
	const checks = [
		...before,
		loginCheck(context, isMissing),
		afterLogin('account', accountCheck, context),
		afterLogin('group', groupCheck, context),
		regionCheck(context),
	];
	const isSettled = checks.every(({state}) => state !== 'running');
	return {checks, isSettled, blocker: isSettled ? blockerOfChecks(checks, context) : undefined};
}

/** The list of users, which a setup can do without: only told where all is checked. */
export function usersCheck({reads}: Context): Check {
	const users = reads.users.value()?.users;
	return users === undefined
		? line('users', 'note', message('check.users.unknown'), {error: reads.users.failure()})
		: line('users', 'fine', message('check.users.found', {count: users.length}));
}

function cliCheck({reads}: Context): Check {
	if (isOpen(reads.version)) {
		return running('cli');
	}

	const error = reads.version.failure();
	if (error === undefined) {
		return line('cli', 'fine', message('check.cli.found', {version: reads.version.value() ?? ''}));
	}

	if (error.kind === 'cli-unsafe') {
		const {words, command} = error;
		const result =
			words === ''
				? message('check.cli.currentDirectory', {path: command})
				: message('check.cli.unsafe', {hop: words});
		return line('cli', 'missing', result, {error: {...error, words: ''}});
	}

	const remedy = 'https://cloud.ibm.com/docs/cli?topic=cli-getting-started';
	return isNoCli(error)
		? line('cli', 'missing', message(`error.${error.kind}`), {remedy, error})
		: line('cli', 'note', message('check.cli.unknownVersion'), {error});
}

function pluginCheck({reads}: Context, name: 'container-service' | 'sl', whenMissing: CheckState): Check {
	if (isOpen(reads.plugins)) {
		return running(name);
	}

	if (isNoCli(reads.plugins.failure())) {
		return line(name, 'note', message('check.afterCli'));
	}

	const plugins = reads.plugins.value();
	if (plugins === undefined) {
		return line(name, 'note', message('check.plugin.unknown'), {error: reads.plugins.failure()});
	}

	const plugin = findPlugin(plugins, name);
	return plugin === undefined
		? line(name, whenMissing, message(`check.${name}.missing`), {remedy: `ibmcloud plugin install ${name}`})
		: line(name, 'fine', message('check.plugin.found', {version: plugin.version}));
}

/**
 * Failures that say something of the login, whichever command it was. The list of users is not waited for: it
 * has a say only where nothing else asks, so that one that comes late changes nothing on the screen.
 */
function loginFailures({reads}: Context, isAsking: boolean): readonly CliError[] {
	const hasLogin = reads.target.value()?.loggedIn === true;
	return [reads.target, reads.linked, ...(hasLogin && !isAsking ? [reads.users] : [])].flatMap(
		(read) => read.failure() ?? [],
	);
}

function loginCheck(context: Context, isAsking: boolean): Check {
	const {reads, place} = context;
	if (isOpen(reads.target) || reads.linked.state().kind === 'running') {
		return running('login');
	}

	const failure = reads.target.failure();
	if (isNoCli(failure)) {
		return line('login', 'note', message('check.afterCli'));
	}

	const failures = loginFailures(context, isAsking);
	const error = failures.find((each) => isAboutLogin(each));
	const user = place.user ?? '?';
	if (error === undefined && failure !== undefined) {
		// The session goes on by what the file says; that the CLI did not say so must not pass for fine.
		return place.loggedIn
			? line('login', 'note', message('check.login.unconfirmed', {user}), {error: failure})
			: line('login', 'missing', message(`error.${failure.kind}`), {error: failure});
	}

	if (error === undefined && place.loggedIn) {
		const isDoubtful = failures.some((each) => each.kind === 'unknown' && mayBeAboutLogin(each));
		return isDoubtful
			? line('login', 'note', message('check.login.doubtful', {user}))
			: line('login', 'fine', message('check.login.as', {user}));
	}

	return line(
		'login',
		'missing',
		message(error?.kind === 'session-expired' ? 'error.session-expired' : 'check.login.none'),
		{remedy: 'ibmcloud login', error},
	);
}

function accountCheck({reads, place}: Context): Check {
	if (place.account === undefined) {
		const {command} = reads.target;
		return line('account', 'note', message('check.account.none'), {
			remedy: 'ibmcloud target -c ACCOUNT_ID',
			error: {kind: 'no-account-targeted', words: '', command},
		});
	}

	const name = place.account.name;
	if (typeof place.classicAccount !== 'string' && reads.linked.state().kind === 'running') {
		return running('account');
	}

	if (place.classicAccount === null) {
		return line('account', 'note', message('check.account.notLinked', {name}));
	}

	const error = reads.linked.failure();
	return place.classicAccount === undefined
		? line('account', 'note', message('check.account.unknownLink', {name}), {error})
		: line('account', 'fine', message('check.account.linked', {name, number: place.classicAccount}), {error});
}

function groupCheck({place: {group}}: Context): Check {
	return group === undefined
		? line('group', 'note', message('check.group.none'))
		: line('group', 'fine', message('value.plain', {value: group.name}));
}

/** What is told of an account only once somebody is logged in to it. */
function afterLogin(id: 'account' | 'group', check: (context: Context) => Check, context: Context): Check {
	return isOpen(context.reads.target)
		? running(id)
		: context.place.loggedIn
			? check(context)
			: line(id, 'note', message('check.afterLogin'));
}

function regionCheck({reads, place}: Context): Check {
	if (isOpen(reads.target)) {
		return running('region');
	}

	return place.region === undefined || place.region === ''
		? line('region', 'note', message('check.region.none'))
		: line('region', 'fine', message('value.plain', {value: place.region}));
}
