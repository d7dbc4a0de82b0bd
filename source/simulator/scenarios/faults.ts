import {Failure} from '../failure.ts';
import {hang} from '../latency.ts';
import type {Call} from '../command.ts';
import type {Scenario} from '../scenario.ts';
import {isCommand} from './moment.ts';

/** Variations of how the program itself behaves. */
export const faultScenarios: readonly Scenario[] = [
	{
		name: 'german',
		description: 'The CLI speaks German; error codes, JSON and user names stay as they are.',
		configuration: (configuration) => ({...configuration, Locale: 'de_DE'}),
	},
	{
		name: 'coloured',
		description: 'JSON carries colour codes even where colour is switched off.',
		// The codes are guessed; that such JSON exists is seen.
		json: (text) => text.replace(/(: )"((?:[^"\\]|\\.)+)"/g, '$1"\u001b[36;1m$2\u001b[0m"'),
	},
	{
		name: 'slow',
		description: 'Every call takes three seconds.',
		parameter: 'milliseconds',
		latencyMs: (parameter) => Number(parameter || 3000),
	},
	{
		name: 'fails-once',
		description: 'Every read fails the first time because the network is down, and works the second time.',
		parameter: 'the command that fails; without one: every read',
		before: (call, parameter) => {
			if (call.effect !== 'read' || !isCommand(call, parameter, 'all')) return;
			// The same read from another configuration directory or for another group is another read.
			const {Account, ResourceGroup} = call.home.read();
			if (
				call.server.isFirst(['fails-once', Account.GUID, ResourceGroup.GUID, ...call.rawArguments].join(' '))
			)
				throw networkDown(call);
		},
	},
	{
		name: 'offline',
		description: 'The network is down: everything that needs the service fails.',
		before: (call) => {
			if (call.effect !== 'local') throw networkDown(call);
		},
	},
	{
		name: 'rate-limited',
		description: 'Every third call of the ks plug-in is refused with 429.',
		parameter: 'every how many calls',
		before: (call, parameter) => {
			if (!call.name.startsWith('ks ') || call.server.count('rate-limited') % Number(parameter || 3) !== 0)
				return;
			// The status is an assumption; the wording is unknown.
			throw new Failure('Too many requests. Wait and try again. (HTTP 429)');
		},
	},
	{
		name: 'hangs',
		description: 'ks credential set never returns and changes nothing.',
		parameter: 'the command that hangs',
		before: async (call, parameter) => {
			if (isCommand(call, parameter, 'ks credential set')) await hang();
		},
	},
	{
		name: 'ignores-sigterm',
		description: 'sl user list never returns, and no call ends at SIGTERM, SIGINT or SIGHUP.',
		parameter: 'the command that never returns',
		before: async (call, parameter) => {
			for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
			if (isCommand(call, parameter, 'sl user list')) await hang();
		},
	},
	{
		name: 'dies-by-signal',
		description: 'ks credential set is killed by a signal before it changes anything.',
		parameter: 'the command that dies',
		before: async (call, parameter) => {
			if (!isCommand(call, parameter, 'ks credential set')) return;
			process.kill(process.pid, 'SIGKILL');
			await hang();
		},
	},
	{
		name: 'half-json',
		description: 'The JSON of sl user list is cut in the middle, with exit status 0.',
		parameter: 'the command whose JSON is cut, or all',
		json: (text, call, parameter) =>
			isCommand(call, parameter, 'sl user list') ? text.slice(0, Math.ceil(text.length / 2)) : text,
	},
	{
		name: 'floods',
		description: 'sl user list prints users without end.',
		parameter: 'the command that floods',
		before: async (call, parameter) => {
			if (isCommand(call, parameter, 'sl user list')) await flood();
		},
	},
	{
		name: 'update-notice',
		description:
			'The CLI announces a new version unless the check is switched off, and asks about it on a terminal.',
		before: (call) => {
			if (call.environment['IBMCLOUD_VERSION_CHECK'] === 'false' || call.home.read().CheckCLIVersionDisabled)
				return;
			// Seen with an old version; which lines go to which stream is unknown.
			call.terminal.say(
				'New version 2.39.0 is available.',
				'Release notes: https://release-notes.example',
				"TIP: use 'ibmcloud config --check-version=false' to disable update check.",
				'',
				'Do you want to update? [y/N]> ',
			);
		},
	},
];

/** The network is down: each program has its own words for it (seen). */
function networkDown(call: Call): Failure {
	if (!call.name.startsWith('sl ')) return new Failure(call.terminal.words('networkDown'));
	const url = 'https://api.softlayer.com/rest/v3.1/SoftLayer_Account/getUsers.json';
	return new Failure(
		call.terminal.words('listUsersFailed'),
		'',
		`Get "${url}": dial tcp 192.0.2.20:443: i/o timeout`,
	);
}

/** Prints rows until the reader is gone. */
async function flood(): Promise<never> {
	const row = '    {\n        "id": 1,\n        "username": "1234567_flood@example.com"\n    },\n';
	process.stdout.write('[\n');
	for (;;) {
		const isFree = process.stdout.write(row.repeat(1000));
		await new Promise<void>((resolve) => {
			if (isFree) setImmediate(resolve);
			else process.stdout.once('drain', resolve);
		});
	}
}
