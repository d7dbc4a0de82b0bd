import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseArguments} from '../../source/commands/options.ts';
import {setupOptions} from '../../source/commands/setup/definitions.ts';
import {
	takeEnvironmentPair,
	unusedKey,
	type EnvironmentPair,
	missingFlags,
	setupRequest,
	type SetupRequest,
} from '../../source/commands/setup/request.ts';
import type {Message} from '../../source/text/message.ts';
import {englishTexts} from '../../source/text/texts.ts';

const key = 'k7c4a9e1f07b52d8836ea1f4c90d7b3e5582f6a0c1d94e7b38a5f2069de1c7b4';
const username = '1234567_jane@example.com';
const nothing: EnvironmentPair = {username: undefined, apiKey: undefined, removed: []};

function made(args: readonly string[], pair: EnvironmentPair): ReturnType<typeof setupRequest> {
	const parsed = parseArguments({name: 'setup', options: setupOptions, knownOptions: []}, args);
	return parsed.ok ? setupRequest('set', parsed.value.given, pair) : parsed;
}

function request(args: readonly string[], pair = nothing): SetupRequest {
	const result = made(args, pair);
	assert.ok(result.ok, JSON.stringify(result));
	return result.value;
}

function refusal(args: readonly string[], pair = nothing): Message {
	const result = made(args, pair);
	assert.ok(!result.ok);
	return result.reason;
}

function environmentPair(more: Record<string, string> = {}): EnvironmentPair {
	return takeEnvironmentPair({IAAS_CLASSIC_USERNAME: username, IAAS_CLASSIC_API_KEY: key, ...more});
}

test('flags are answers, with their source', () => {
	const {answers, pending, given, options} = request([
		`--infrastructure-username=${username}`,
		'--infrastructure-api-key=@key.txt',
		'--region=us-south',
		'-g',
		'default',
		'--force',
	]);
	assert.deepEqual(answers, {
		user: {value: {username}, source: 'flag'},
		region: {value: ['us-south'], source: 'flag'},
		group: {value: [{id: undefined, name: 'default'}], source: 'flag'},
	});
	assert.deepEqual([...pending.keys()], ['key']);
	assert.deepEqual(given.get('infrastructure-api-key'), ['@key.txt']);
	assert.equal(options.force, true);
	assert.equal(options['dry-run'], false);
	assert.equal(options.demo, undefined);
});

test('a literal key is refused, with the reason and the ways that do without', () => {
	const reason = refusal(['--infrastructure-api-key', key]);
	assert.equal(reason.key, 'usage.literalKey');
	assert.match(englishTexts.say(reason), /shell history.*@FILE.*standard input.*IAAS_CLASSIC_API_KEY/s);
	assert.equal(refusal(['--infrastructure-api-key=@']).key, 'usage.literalKey');
});

test('a key in the place of another value is refused and not repeated', () => {
	for (const args of [
		['--region', key],
		['-g', key],
		['--if-current', key],
		['--infrastructure-username', key],
	]) {
		assert.ok(!JSON.stringify(refusal(args)).includes(key), args[0]);
	}
});

test('regions: names, older names, data centers and cities, each once, and the new name is sent', () => {
	const args = ['us-south', 'eu-central', 'UK South', 'tor01', 'wdc04', 'paris'].map(
		(name) => `--region=${name}`,
	);
	assert.deepEqual(request(args).answers.region?.value, ['us-south', 'eu-de', 'eu-gb', 'us-east']);
});

test('a slip of the finger in a region, several in one, and a path in the place of a key have answers of their own', () => {
	const said = (args: readonly string[]): string => englishTexts.say(refusal(args));
	assert.match(said(['--region=us-sout']), /Did you mean 'us-south'\?/);
	assert.doesNotMatch(said(['--region=eu-es']), /Did you mean/);
	assert.match(said(['--region=us-south,eu-de']), /'--region us-south --region eu-de'/);
	assert.match(said(['--infrastructure-api-key=package.json']), /'@package\.json'\?/);
});

test('a region without classic clusters is refused, and those with them are named', () => {
	const reason = refusal(['--region=us-south', '--region=ca-tor']);
	assert.equal(reason.key, 'region.unknown');
	assert.match(englishTexts.say(reason), /“ca-tor”.*us-south.*au-syd/);
});

test('groups: blanks around them are not part of them, each once', () => {
	assert.deepEqual(request(['-g', ' a ', '-g', 'a']).answers.group?.value, [{id: undefined, name: 'a'}]);
	assert.equal(request([]).answers.group, undefined);
});

test('a username that cannot be one is refused, from whichever side it comes', () => {
	assert.equal(refusal(['--infrastructure-username=日本']).key, 'user.unusableCharacters');
	assert.equal(refusal([], environmentPair({IAAS_CLASSIC_USERNAME: key})).key, 'user.looksLikeKey');
});

test('the pair of the environment counts as a pair', () => {
	const {answers} = request([], environmentPair());
	assert.equal(answers.user?.value.username, username);
	assert.equal(answers.user?.source, 'environment');
	assert.equal(answers.key?.value.reveal(), key);
	assert.equal(answers.key?.source, 'environment');
});

test('the key of the environment belongs to the username of the environment and to no other', () => {
	const other = request(['--infrastructure-username=7654321_john@example.com'], environmentPair());
	assert.equal(other.answers.key, undefined);
	const same = request([`--infrastructure-username=${username}`], environmentPair());
	assert.equal(same.answers.key?.value.reveal(), key);
});

test('a flag for the key comes before the environment', () => {
	const {answers, pending} = request(['--infrastructure-api-key=-'], environmentPair());
	assert.equal(answers.key, undefined);
	assert.deepEqual([...pending.keys()], ['key']);
});

test('a rehearsal takes no real pair', () => {
	assert.deepEqual(request(['--demo'], environmentPair()).answers, {});
});

test('why the key of the environment does not count is known; where it counts there is nothing to say', () => {
	const reason = (args: readonly string[]): string | undefined => {
		const {answers, options} = request(args, environmentPair());
		return unusedKey(environmentPair(), answers, options.demo !== undefined)?.key;
	};
	assert.equal(reason([]), undefined);
	assert.equal(reason(['--infrastructure-username=7654321_john@example.com']), 'environmentKey.otherUser');
	assert.equal(reason(['--infrastructure-api-key=-']), 'environmentKey.flag');
	assert.equal(reason(['--demo']), 'environmentKey.demo');
	assert.equal(unusedKey(nothing, {}, false), undefined);
});

test('taking the pair removes it from the environment, so that no child inherits it', () => {
	const environment = {
		IAAS_CLASSIC_USERNAME: ` ${username} `,
		IAAS_CLASSIC_API_KEY: `\uFEFF${key}\r\n`,
		KEPT: 'x',
	};
	const pair = takeEnvironmentPair(environment);
	assert.deepEqual(environment, {KEPT: 'x'});
	assert.equal(pair.username, username);
	assert.equal(pair.apiKey?.reveal(), key);
});

test('a key without a username in the environment does not count, and is removed all the same', () => {
	const environment = {IAAS_CLASSIC_API_KEY: key};
	const pair = takeEnvironmentPair(environment);
	assert.deepEqual(environment, {});
	assert.deepEqual(request([], pair).answers, {});
	assert.equal(unusedKey(pair, {}, false)?.key, 'environmentKey.noUsername');
	assert.equal(
		takeEnvironmentPair({IAAS_CLASSIC_USERNAME: username, IAAS_CLASSIC_API_KEY: ' '}).apiKey,
		undefined,
	);
});

test('JSON is the only other form of output', () => {
	assert.equal(request(['--output', 'JSON']).options.output, 'json');
});

test('where nothing can be asked, every missing flag is named', () => {
	assert.deepEqual(missingFlags(request([])), [
		'--infrastructure-username USERNAME',
		'--infrastructure-api-key @FILE',
		'--region REGION',
		'--force',
	]);
	assert.deepEqual(missingFlags(request(['--dry-run', '--region=us-south'], environmentPair())), []);
	const all = request([
		'--region=us-south',
		'--infrastructure-api-key=-',
		'--force',
		'--infrastructure-username=x',
	]);
	assert.deepEqual(missingFlags(all), []);
});

test('who carries it out, and how many commands run side by side', () => {
	assert.equal(request([]).options.via, undefined);
	assert.equal(request(['--via=API']).options.via, 'api');
	assert.equal(refusal(['--via=api', '--demo']).key, 'usage.demoHasNoApi');
	assert.equal(request(['--concurrency=3']).options.concurrency, 3);
	for (const wrong of ['0', '65', '1.5', 'many']) {
		assert.equal(refusal([`--concurrency=${wrong}`]).key, 'usage.concurrency');
	}
});

test('a change only of what is set now: this user, or none', () => {
	assert.equal(request([]).options['if-current'], undefined);
	assert.equal(request(['--if-current', username]).options['if-current'], username);
	assert.equal(request(['--if-current=none']).options['if-current'], null);
	assert.deepEqual(missingFlags(request(['--where-set', '--force'], environmentPair())), []);
});

test('an unset needs no pair, and takes none from the environment', () => {
	const parsed = parseArguments({name: 'setup', options: setupOptions, knownOptions: []}, [
		'--region=us-south',
	]);
	assert.ok(parsed.ok);
	const result = setupRequest('unset', parsed.value.given, environmentPair());
	assert.ok(result.ok);
	assert.deepEqual(Object.keys(result.value.answers), ['region']);
	assert.deepEqual(missingFlags(result.value), ['--force']);
});
