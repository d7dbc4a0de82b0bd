import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import pLimit from 'p-limit';
import {createClient, type Client} from '../../source/ibmcloud/client.ts';
import type {ConfigurationDirectory} from '../../source/ibmcloud/types.ts';
import {createAdapter} from '../../source/shell/adapter.ts';
import type {Environment} from '../../source/shell/environment.ts';
import {writeScript} from '../support/scratch.ts';

/** One call of the script: its arguments and its environment. */
export interface Call {
	readonly args: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
}

export interface Answer {
	readonly stdout?: string;
	readonly stderr?: string;
	readonly exitCode?: number;
}

/** A token that names its account, as IAM's do. */
export function tokenOf(account: string, tokenLifeSeconds = 3600): string {
	const exp = Math.floor(Date.now() / 1000) + tokenLifeSeconds;
	const claims = {exp, email: 'jane@example.com', account: {bss: account}};
	return `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;
}

/** Contains no word, like real ones: parts of a secret are removed from everything that is shown. */
export function refreshTokenOf(account: string): string {
	return `rt-5d1f0e7c93a84b2260fe-${account.slice(-1)}`;
}

/** Returns a configuration as the CLI writes it, on one line; without a group if that is empty. */
export function configurationOf(group = 'group-1', account = 'account-1', tokenLifeSeconds = 3600): string {
	return JSON.stringify({
		IAMToken: `Bearer ${tokenOf(account, tokenLifeSeconds)}`,
		IAMRefreshToken: refreshTokenOf(account),
		Account: {GUID: account, Name: `name of ${account}`},
		...(group === '' ? {} : {ResourceGroup: {GUID: group, Name: `name of ${group}`}}),
		Region: 'us-south',
	});
}

/**
 * A small `ibmcloud` of the tests' own: a shell script that logs its arguments and environment, answers from files, and
 * keeps what is targeted in its `config.json`, which it finds as the real one does.
 */
export class ScriptedCli {
	readonly directory: string;
	readonly home: string;
	/** The operator's own configuration directory. */
	readonly configurationDirectory: string;
	readonly configurationFile: string;
	readonly environment: Environment;
	readonly program: string;

	/** @param options.ignoresHome makes it always use the operator's own configuration. */
	constructor(directory: string, options: {readonly ignoresHome?: boolean} = {}) {
		this.directory = directory;
		this.home = path.join(directory, 'home');
		this.configurationDirectory = path.join(this.home, '.bluemix');
		this.configurationFile = path.join(this.configurationDirectory, 'config.json');
		this.environment = {PATH: process.env['PATH'], HOME: this.home};
		mkdirSync(path.join(directory, 'answers'), {recursive: true});
		mkdirSync(this.configurationDirectory, {recursive: true});
		writeFileSync(this.configurationFile, configurationOf(), {mode: 0o600});
		this.program = writeScript(
			path.join(directory, 'bin', 'ibmcloud'),
			scriptBody(directory, options.ignoresHome === true),
		);
	}

	/** @param name the words of the command before its first flag, joined: `ks-credential-get`. */
	answer(name: string, {stdout = '', stderr = '', exitCode = 0}: Answer): void {
		const file = path.join(this.directory, 'answers', name);
		writeFileSync(`${file}.stdout`, stdout);
		writeFileSync(`${file}.stderr`, stderr);
		writeFileSync(`${file}.code`, String(exitCode));
	}

	calls(): readonly Call[] {
		const log = path.join(this.directory, 'log');
		return existsSync(log)
			? readFileSync(log, 'utf8')
					.split('END OF CALL\0')
					.slice(0, -1)
					.map((record) => callOf(record))
			: [];
	}

	commands(): readonly string[] {
		return this.calls().map(({args}) => args.join(' '));
	}

	/** A client over the real adapter. */
	client(environment: Environment = this.environment): Client {
		return createClient({
			run: createAdapter(environment).run,
			program: {ok: true, value: {path: this.program, leading: []}},
			limit: pLimit(8),
		});
	}

	get ownHome(): ConfigurationDirectory {
		return {name: 'own', environment: {}, configurationFile: this.configurationFile};
	}
}

function callOf(record: string): Call {
	const [count = '0', ...rest] = record.split('\0');
	const args = rest.slice(0, Number(count));
	const variables = rest.slice(Number(count)).filter((line) => line.includes('='));
	return {
		args,
		environment: Object.fromEntries(
			variables.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
		),
	};
}

function scriptBody(directory: string, ignoresHome: boolean): string {
	const homes = ignoresHome ? '' : 'base=${IBMCLOUD_HOME:-${BLUEMIX_HOME:-$HOME}}';
	const override = ignoresHome ? '' : '[ -n "$IBMCLOUD_CONFIG_HOME" ] && state=$IBMCLOUD_CONFIG_HOME';
	return String.raw`
cd "${directory}" || exit 9
{ printf '%s\0' "$#" "$@"; env -0; printf 'END OF CALL\0'; } >"$$.call"; cat "$$.call" >>log; rm "$$.call"

base=$HOME
${homes}
state=$base/.bluemix
[ -d "$base/.ibmcloud" ] && state=$base/.ibmcloud
${override}
config=$state/config.json
put() { sed "s/\"$1\":{[^}]*}/\"$1\":{\"GUID\":\"$2\",\"Name\":\"name of $2\"}/" "$config" >"$config.new" && mv "$config.new" "$config"; }
guid() { sed -n "s/.*\"$1\":{\"GUID\":\"\([^\"]*\)\".*/\1/p" "$config"; }

name=
for word in "$@"; do
	case $word in -*) break;; esac
	name=$name-$word
done
name=answers/${'${name#-}'}
if [ -e "$name.code" ]; then
	cat "$name.stdout"; cat "$name.stderr" >&2; exit "$(cat "$name.code")"
fi

case "$*" in
	'target -g name of unnamed') echo 'FAILED' >&2; exit 1;;
	'target -g '*) put ResourceGroup "$(echo "$3" | sed 's/^name of //')";;
	'target -c '*) put Account "$3";;
	'target --output json') printf '{"user":{"user_email":"jane@example.com"},"account":{"guid":"%s","name":"name of %s"},"resource_group":{"guid":"%s","name":"name of %s"}}' "$(guid Account)" "$(guid Account)" "$(guid ResourceGroup)" "$(guid ResourceGroup)";;
	'resource groups '*) printf '[]';;
	'iam oauth-tokens '*) printf '{"iam_token":"Bearer e30.%s.c2ln"}' "$(printf '{"account":{"bss":"%s"}}' "$(guid Account)" | base64 | tr -d '\n=')";;
	*) echo FAILED >&2; exit 1;;
esac`;
}
