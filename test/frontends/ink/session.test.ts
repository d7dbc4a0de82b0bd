import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../../source/secrets/secret.ts';
import {message} from '../../../source/text/message.ts';
import {StagedSession, say} from '../../support/staged-session.ts';
import {bracketed, keys} from '../../support/keys.ts';
import {InkHarness} from './harness.ts';
import {
	chooseOne,
	chooseSeveral,
	doubt,
	doubtful,
	option,
	secret,
	text,
	typedConfirm,
	users,
} from './questions.ts';
import {choiceOf, sentence, type Question} from '../../../source/wizard/question.ts';
import type {Stage} from '../../../source/wizard/view.ts';

const checks: Stage = {kind: 'checks', checks: [], blocker: undefined};

function asked(question: Question, options?: ConstructorParameters<typeof InkHarness>[1]): InkHarness {
	return new InkHarness(
		new StagedSession({kind: 'question', step: 'user', question, canGoBack: true}),
		options,
	);
}

test('Down, Down, Enter in one read choose the third row', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	harness.type(keys.down + keys.down + keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'option', value: '1234567_yamada.hanako@example.com'}]);
	await harness.end();
});

test('typing narrows at once, what is typed is visible, Enter in the same read takes the best row', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	harness.type('JOSE g');
	await harness.sees('1 of 35');
	assert.match(harness.screen(), /Type to filter: JOSE g/);
	harness.type(`${keys['ctrl-u']}hopper${keys.enter}`);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'option', value: '1234567_grace.hopper@example.com'}]);
	await harness.end();
});

test('what is typed can be the answer, unless the step refuses it', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	assert.ok(!harness.screen().includes('as typed'), 'there is nothing to use yet');
	harness.type(`7654321_other x${keys.enter}`);
	await harness.sees('A username has no spaces.');
	assert.deepEqual(harness.session.replies, []);
	harness.type(`${keys.backspace}${keys.backspace}${keys.enter}`);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'as-typed', text: '7654321_other'}]);
	await harness.end();
});

test('the list goes on at its other end, pages stop there, and digits, j and k only type', async () => {
	const harness = asked(
		chooseOne({
			filter: false,
			actions: [{action: {kind: 'change', step: 'listAccount'}, label: say('Another account')}],
		}),
	);
	await harness.sees('❯ 1234567_ada');
	harness.type(`${keys.up}jk3`);
	await harness.until(() => harness.pointed().startsWith('Another account'));
	harness.type(keys['page-down'] + keys.end);
	await harness.read();
	assert.match(harness.pointed(), /^Another account/);
	harness.type(keys.up);
	await harness.until(() => harness.pointed().startsWith('1234567_user29'));
	harness.type(keys.down + keys.down);
	await harness.until(() => harness.pointed().startsWith('1234567_ada'));
	assert.deepEqual(harness.session.replies, []);
	await harness.end();
});

test('Enter while the list is being read waits for it; typing goes on', async () => {
	const question = chooseOne();
	const harness = asked({
		...question,
		options: [],
		loading: {state: 'loading', command: 'ibmcloud sl user list', startedAt: Date.now()},
	});
	await harness.sees('ibmcloud sl user list ...');
	harness.type('hanako');
	await harness.sees('Type to filter: hanako');
	harness.type(keys.enter);
	harness.session.ask(question);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'option', value: '1234567_yamada.hanako@example.com'}]);
	await harness.end();
});

test('Esc takes back an Enter that waits', async () => {
	const question = chooseOne();
	const harness = asked({
		...question,
		options: [],
		loading: {state: 'loading', command: 'c', startedAt: Date.now()},
	});
	await harness.sees('c ...');
	harness.type(keys.enter);
	harness.type(keys.escape);
	await harness.until(() => harness.session.calls.includes('back'));
	harness.session.ask(question);
	await harness.sees('❯ 1234567_ada');
	assert.deepEqual(harness.session.replies, []);
	await harness.end();
});

test('a list that cannot be read takes no key that was meant for it, and can be typed instead', async () => {
	const question = chooseOne();
	const harness = asked({
		...question,
		options: [],
		loading: {state: 'loading', command: 'c', startedAt: Date.now()},
	});
	await harness.sees('c ...');
	harness.type(`ada${keys.enter}`);
	await harness.sees('Type to filter: ada');
	harness.session.ask({
		...question,
		options: [],
		actions: [{action: {kind: 'retry-users'}, label: say('Try again')}],
		loading: {
			state: 'failed',
			error: {kind: 'network', words: 'connection refused', command: 'ibmcloud sl user list'},
		},
	});
	await harness.sees('connection refused');
	await harness.sees('Use “ada” as typed');
	assert.deepEqual([harness.session.replies, harness.session.acts], [[], []]);
	harness.type(keys.up + keys.enter);
	await harness.until(() => harness.session.acts.length === 1);
	assert.deepEqual(harness.session.acts, [{kind: 'retry-users'}]);
	await harness.end();
});

test('what is typed as soon as a list has failed is kept, and no key that was typed with it acts', async () => {
	const question = chooseOne({options: [], loading: {state: 'loading', command: 'c', startedAt: Date.now()}});
	const harness = asked(question);
	await harness.sees('c ...');
	harness.onWritten('connection refused', () => {
		harness.type(`ada${keys.enter}${keys.enter}`);
	});
	harness.session.ask({
		...question,
		actions: [{action: {kind: 'retry-users'}, label: say('Try again')}],
		loading: {
			state: 'failed',
			error: {kind: 'network', words: 'connection refused', command: 'ibmcloud sl user list'},
		},
	});
	await harness.sees('Type to filter: ada');
	await harness.sees('❯ Use “ada” as typed');
	assert.deepEqual([harness.session.replies, harness.session.acts], [[], []]);
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'as-typed', text: 'ada'}]);
	await harness.end();
});

test('Esc clears the filter first, then goes back', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Esc back');
	harness.type('ada');
	await harness.sees('Esc clear filter');
	harness.type(keys.escape);
	await harness.sees('Esc back');
	assert.deepEqual(harness.session.calls, []);
	harness.type(keys.escape);
	await harness.until(() => harness.session.calls.length === 1);
	assert.deepEqual(harness.session.calls, ['back']);
	await harness.end();
});

test('a key in a visible field is never drawn, and the field says why until it is emptied', async () => {
	const apiKey = 'abcdefg7hij0123456789abcdefghij0123456789abcdefghij0123456789abc';
	const harness = asked(chooseOne());
	await harness.sees('Type to filter');
	harness.type(bracketed(`${apiKey}\r\n`));
	await harness.sees('looks like an API key');
	harness.type(`${keys.down}more${keys.enter}`);
	await harness.until(() => harness.pointed().includes('grace'));
	await harness.read();
	assert.ok(harness.screen().includes('looks like an API key'));
	assert.deepEqual(harness.session.replies, [], 'Enter behind a key answers nothing');
	harness.type('x');
	await harness.until(() => !harness.screen().includes('looks like an API key'));
	harness.type(keys.backspace);
	for (const letter of apiKey) {
		harness.type(letter);
	}

	await harness.sees('looks like an API key');
	harness.type(`${keys['ctrl-u']}ada`);
	await harness.sees('Type to filter: ada');
	assert.ok(!harness.output.written.includes(apiKey.slice(0, 8)));
	await harness.end();

	const field = asked(text());
	await field.sees('Which username?');
	field.type(bracketed(apiKey));
	await field.sees('looks like an API key');
	assert.ok(!field.output.written.includes(apiKey.slice(0, 8)));
	await field.end();
});

test('a paste on a list without a filter is dropped', async () => {
	const harness = asked(chooseOne({filter: false}));
	await harness.sees('❯ 1234567_ada');
	harness.type(bracketed('x\r\n') + keys.down);
	await harness.until(() => harness.pointed().startsWith('1234567_grace'));
	assert.deepEqual(harness.session.replies, []);
	await harness.end();
});

test('a list of which several can be chosen goes on at its other end, too', async () => {
	const harness = asked(chooseSeveral({initial: 0}));
	await harness.sees('❯ ◯ us-south');
	harness.type(keys.up);
	await harness.until(() => harness.pointed().includes('jp-tok'));
	harness.type(keys.down);
	await harness.until(() => harness.pointed().includes('us-south'));
	await harness.end();
});

test('entries below a field go on at the field', async () => {
	const harness = asked(typedConfirm());
	await harness.sees('Change the user');
	harness.type(keys.up);
	await harness.until(() => harness.pointed().startsWith('Change the user'));
	harness.type(`${keys.down}x`);
	await harness.until(() => harness.pointed().startsWith('x'));
	await harness.end();
});

test('what may be a slip is said, and another Enter takes it', async () => {
	const harness = asked(doubtful());
	await harness.sees('Which infrastructure user?');
	harness.type(`lovlace${keys.enter}`);
	await harness.sees('Is lovlace a username?');
	harness.type('x');
	await harness.until(() => !harness.screen().includes('a username?'));
	harness.type(keys.enter);
	await harness.sees('Is lovlacex a username?');
	assert.deepEqual(harness.session.replies, []);
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'as-typed', text: 'lovlacex'}]);
	harness.session.ask(text({title: say('Which name?'), validate: () => undefined, doubt}), 'region');
	await harness.sees('Which name?');
	harness.type(`one${keys.enter}`);
	await harness.sees('Is one a username?');
	harness.type(`@two${keys.enter}`);
	await harness.until(() => harness.session.replies.length === 2);
	harness.type(`${keys['ctrl-u']}one${keys.enter}${keys.enter}`);
	await harness.until(() => harness.session.replies.length === 3);
	assert.deepEqual(harness.session.replies.slice(1), [
		{kind: 'text', text: 'one@two'},
		{kind: 'text', text: 'one'},
	]);
	await harness.end();
});

test('where a sample is offered, Enter on the empty field takes it, and the field says so', async () => {
	const sample = new Secret('sample');
	const harness = asked(secret({sample}));
	await harness.sees('Enter takes the sample key');
	harness.type(`x${keys.backspace}`);
	await harness.sees('Enter takes the sample key');
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'secret', secret: sample}]);
	await harness.end();
});

test('Space marks, Enter gives the marked ones in the order of the list', async () => {
	const harness = asked(chooseSeveral());
	await harness.sees('❯ ◯ eu-de');
	harness.type('tor01 ');
	await harness.sees('❯ ◉ us-east');
	harness.type(`${keys['ctrl-u']}${keys.up}${keys.up} `);
	await harness.sees('2 marked');
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'options', values: ['us-south', 'us-east']}]);
	await harness.end();
});

test('with none marked, Enter gives the highlighted one', async () => {
	const harness = asked(chooseSeveral());
	await harness.sees('❯ ◯ eu-de');
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'options', values: ['eu-de']}]);
	await harness.end();
});

test('beside the list stands whether Enter takes the highlighted row, also in 40 columns', async () => {
	for (const size of [
		{columns: 80, rows: 24},
		{columns: 40, rows: 15},
	]) {
		const harness = asked(chooseSeveral(), size);
		// oxlint-disable no-await-in-loop -- one window after the other
		await harness.sees('Enter takes the highlighted row');
		harness.type(' ');
		await harness.sees('Enter continue');
		await harness.end();
		// oxlint-enable no-await-in-loop
	}
});

test('a list that lacks one row takes that of the empty one above the keys; a longer one does not', async () => {
	const rowsOf = async (count: number): Promise<{seen: number; isAiry: boolean}> => {
		const options = Array.from({length: count}, (_option, index) => option(`row-${index}`));
		const harness = asked(chooseSeveral({hints: [], options, initial: 0}));
		await harness.sees('Enter takes');
		const rows = harness.rows();
		const last = rows.findIndex((row) => row.startsWith('Enter takes'));
		await harness.end();
		return {seen: rows.filter((row) => row.includes('row-')).length, isAiry: rows[last - 1] === ''};
	};
	assert.deepEqual(await rowsOf(12), {seen: 12, isAiry: false});
	assert.deepEqual(await rowsOf(13), {seen: 11, isAiry: true});
});

test('what a confirmation is about is read to its end in a low window', async () => {
	const warnings = ['first', 'second', 'third', 'last'].map((word) => say(`${word} ${'word '.repeat(12)}`));
	const harness = asked(typedConfirm({warnings, actions: []}), {columns: 40, rows: 12});
	await harness.sees('PgUp/PgDn scroll');
	assert.ok(!harness.screen().includes('last word'), harness.screen());
	harness.type(keys['page-down']);
	await harness.sees('last word');
	harness.type(`nïted${keys.home}Ü`);
	await harness.sees('❯ Ünïted');
	assert.ok(harness.screen().includes('last word'), harness.screen());
	await harness.end();
});

test('a secret is said in words, and nothing of it is ever drawn', async () => {
	const value = 'qz wkxjvqpzmykwvxqjzpbqkxwvjzqpvkxwqjz';
	const harness = asked(secret());
	await harness.sees('never shown');
	harness.type(keys.enter);
	await harness.sees('The key is missing');
	harness.type(bracketed(`${value}\r\n`));
	await harness.sees('37 characters, fingerprint');
	await harness.sees('Spaces and line breaks were taken out.');
	harness.type('?');
	await harness.sees('38 characters');
	harness.type(keys.backspace);
	await harness.sees('37 characters');
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	const [reply] = harness.session.replies;
	assert.equal(reply?.kind === 'secret' && reply.secret.reveal(), value.replaceAll(' ', ''));
	for (let start = 0; start + 6 <= value.length; start++) {
		assert.ok(!harness.output.written.includes(value.slice(start, start + 6)));
	}

	await harness.end();
});

test('a key and its Enter in one read, typed without brackets, answer', async () => {
	const harness = asked(secret());
	await harness.sees('never shown');
	harness.type(`abcdefghijklmnop0123456789${keys.enter}`);
	await harness.until(() => harness.session.replies.length === 1);
	await harness.end();
});

test('a secret is forgotten when its question comes again', async () => {
	const harness = asked(secret());
	await harness.sees('never shown');
	harness.type('abc');
	await harness.sees('3 characters');
	harness.session.ask(text({title: say('Other?')}), 'region');
	await harness.sees('Other?');
	harness.session.ask(secret(), 'user');
	await harness.sees('never shown');
	await harness.end();
});

test('a text is edited by characters as a person counts them', async () => {
	const harness = asked(text());
	await harness.sees('Which username?');
	harness.type('ab👨‍👩‍👧');
	await harness.sees('ab👨‍👩‍👧');
	harness.type(`${keys.backspace}${keys.left}x${keys.enter}`);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'text', text: 'axb'}]);
	await harness.end();
});

test('the usual keys edit a text', async () => {
	const harness = asked(text());
	await harness.sees('Which username?');
	harness.type('one two\u0001zero \u0005 three four\u0017\u0017\u0001\u001B[3~Z');
	await harness.sees('Zero one two');
	harness.type(keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'text', text: 'Zero one two'}]);
	await harness.end();
});

test('Shift-Tab goes back, as Esc does, also from a filter that is not empty', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	harness.type('ada\u001B[Z');
	await harness.until(() => harness.session.calls.includes('back'));
	await harness.end();
});

test('a confirmation is handed over as it was typed; what the session says of it goes with the next key', async () => {
	const harness = asked(typedConfirm());
	harness.session.onReply = () => {
		harness.session.ask(typedConfirm({mismatch: say('That is not the name.')}));
	};
	await harness.sees('Type the name');
	harness.type(`United${keys.enter}`);
	await harness.sees('That is not the name.');
	harness.type('x');
	await harness.until(() => !harness.screen().includes('That is not the name.'));
	harness.type(keys.enter);
	await harness.sees('That is not the name.');
	assert.deepEqual(harness.session.replies, [
		{kind: 'confirmed', text: 'United'},
		{kind: 'confirmed', text: 'Unitedx'},
	]);
	await harness.end();
});

test('actions below a field are reached with Down', async () => {
	const harness = asked(typedConfirm());
	await harness.sees('Change the user');
	harness.type(keys.down + keys.enter);
	await harness.until(() => harness.session.acts.length === 1);
	assert.deepEqual(harness.session.acts, [{kind: 'change', step: 'user'}]);
	await harness.end();
});

test('help takes the place of the question and gives it back as it was', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	harness.type(keys.down + keys.down + '?');
	await harness.sees('Esc close help');
	assert.ok(!harness.screen().includes('Which infrastructure user?'));
	harness.type(keys.enter);
	await harness.until(() => harness.pointed().startsWith('1234567_yamada'));
	assert.deepEqual(harness.session.replies, []);
	harness.type('ada?');
	await harness.sees('Type to filter: ada?');
	await harness.end();
});

test('keys typed during the checks are kept for the first question', async () => {
	const harness = new InkHarness(new StagedSession(checks));
	await harness.sees('Ctrl-C quit');
	harness.type(`grace${keys.enter}`);
	harness.session.ask(chooseOne());
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'option', value: '1234567_grace.hopper@example.com'}]);
	await harness.end();
});

test('keys typed before a blocker is on the screen do nothing', async () => {
	const harness = new InkHarness(new StagedSession(checks));
	await harness.sees('Ctrl-C quit');
	harness.type(keys.enter + keys.enter);
	harness.session.show({
		kind: 'checks',
		checks: [],
		blocker: {
			exitStatus: 3,
			message: message('blocker.remedy'),
			remedy: 'ibmcloud login',
			error: undefined,
			actions: [
				{action: {kind: 'login'}, label: say('Log in')},
				{action: {kind: 'quit'}, label: say('Quit')},
			],
		},
	});
	harness.type(keys.enter);
	await harness.sees('❯ Log in');
	assert.deepEqual(harness.session.acts, []);
	harness.type(keys.up + keys.down + keys.down + keys.enter);
	await harness.until(() => harness.session.acts.length === 1);
	assert.deepEqual(harness.session.acts, [{kind: 'quit'}]);
	await harness.end();
});

test('Ctrl-C quits at once, in front of everything that waits', async () => {
	const harness = new InkHarness(new StagedSession(checks));
	await harness.sees('Ctrl-C quit');
	harness.type(`abc${keys['ctrl-c']}`);
	await harness.until(() => harness.session.calls.includes('leave'));
	await harness.end();
});

test('a window that is too small asks for more, keeps everything and goes on', async () => {
	const harness = asked(chooseOne(), {environment: {TERM_PROGRAM: 'vscode'}});
	await harness.sees('Which infrastructure user?');
	harness.type('user1');
	await harness.sees('Type to filter: user1');
	harness.output.resize(39, 24);
	await harness.sees('too small');
	harness.type('lost');
	await harness.read();
	harness.output.resize(80, 24);
	await harness.sees('Type to filter: user1 ');
	harness.type('2');
	await harness.sees('Type to filter: user12');
	assert.equal(harness.all().split('Type to filter').length, 2);
	await harness.end();
});

test('what is answered stands above the question, what is taken back nowhere, and the end leaves each once', async () => {
	const harness = asked(chooseOne());
	const {session} = harness;
	await harness.sees('Which infrastructure user?');
	session.show(session.view().stage, {answered: session.answered(['User', 'zoe'])});
	await harness.sees('✔ User  zoe');
	session.show(session.view().stage, {answered: []});
	await harness.until(() => !harness.all().includes('zoe'));
	session.show(session.view().stage, {answered: session.answered(['User', 'ada'], ['Scopes', 'eu-de'])});
	await harness.sees('✔ User    ada\n✔ Scopes  eu-de\n\nWhich infrastructure user?');
	const report = await harness.end();
	assert.equal(report.outcome, 'quit');
	assert.equal(harness.all().split('✔ User    ada').length, 2);
	assert.ok(!harness.all().includes('zoe'));
	assert.ok(!harness.screen().includes('Which infrastructure user?'));
	harness.lease.giveBack();
	assert.equal(harness.input.isRaw, false);
	assert.ok(harness.output.written.includes('\u001B[?2004l'));
	assert.ok(
		harness.output.written.lastIndexOf('\u001B[?25h') > harness.output.written.lastIndexOf('\u001B[?25l'),
	);
	assert.ok(!/\u001B\[[23]J/.test(harness.output.written));
});

test('nothing is written while nothing changes', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	harness.type(keys.down);
	await harness.until(() => harness.pointed().includes('grace'));
	const before = harness.output.written.length;
	harness.type(keys['page-up'] + keys['page-up']);
	await harness.until(() => harness.pointed().includes('ada'));
	const after = harness.output.written.length;
	assert.ok(after > before);
	await new Promise((resolve) => {
		setTimeout(resolve, 300);
	});
	assert.equal(harness.output.written.length, after);
	await harness.end();
});

test('the cursor is in the field, or on the selected row where there is none', async () => {
	const harness = asked(chooseOne());
	await harness.sees('Which infrastructure user?');
	await harness.until(() => harness.cursorRow().startsWith('Type to filter:'));
	harness.session.ask(chooseOne({filter: false, title: say('Other?')}));
	await harness.until(() => harness.cursorRow().startsWith('❯ 1234567_ada'));
	harness.type(keys.down);
	await harness.until(() => harness.cursorRow().startsWith('❯ 1234567_grace'));
	await harness.end();
});

test('the cursor is on the selected entry, also where not all entries are in sight', async () => {
	const labels = Array.from({length: 12}, (_, index) => String(index));
	const actions = labels.map((label) => ({action: {kind: 'quit'}, label: say(`Entry ${label}`)}) as const);
	const harness = asked(chooseOne({filter: false, options: users.slice(0, 1), actions}), {rows: 12});
	await harness.sees('Which infrastructure user?');
	for (const label of labels) {
		harness.type(keys.down);
		// oxlint-disable-next-line no-await-in-loop -- one key after the other
		await harness.until(() => harness.cursorRow().startsWith(`❯ Entry ${label}`));
	}

	await harness.end();
});

test('an error in a component ends the session, and nothing of it is drawn', async () => {
	const broken = chooseOne({
		options: [
			{
				...option('a'),
				get notes(): never {
					throw new Error('broken abcdefghij0123456789abcdefghij0123456789');
				},
			},
		],
	});
	const harness = asked(broken);
	await assert.rejects(harness.done, /broken/);
	harness.lease.giveBack();
	assert.equal(harness.input.isRaw, false);
	assert.ok(!harness.output.written.includes('abcdefghij'));
});

test('at 40 columns the label of a filter stays whole: what is said behind it gives way', async () => {
	const harness = asked(chooseSeveral(), {columns: 40, rows: 15});
	await harness.sees('Type to filter:');
	assert.match(harness.screen(), /^Type to filter:(?: \d+ in all)?$/m);
	await harness.end();
});

test('in a low window all that speaks against a confirmation is seen: what was answered gives way', async () => {
	const session = new StagedSession(checks);
	const harness = new InkHarness(session, {columns: 40, rows: 15, environment: {TMUX: '/run/tmux'}});
	const question = typedConfirm({
		actions: [],
		warnings: [
			'us-south / default: account 7654321 loses control to 1234567.',
			'Can be orphaned (“incorrect account for worker”): prod-dal and batch-dal.',
			'To undo this you need the key of 7654321_cluster.robot@example.com. That key is not harness here, so this cannot be undone.',
		].map((warning) => say(warning)),
	});
	session.show(
		{kind: 'question', step: 'user', question, canGoBack: true},
		{answered: session.answered(['Ready', 'ada'], ['User', 'ada'], ['API key', 'good'], ['Scopes', 'two'])},
	);
	await harness.sees('Type the name of the account');
	assert.match(harness.screen().replaceAll(/\s+/g, ' '), /so this cannot be undone\./);
	await harness.end();
});

test('in a low window what is said above a few answers is scrolled, and all of it can be read', async () => {
	const hints = ['first', 'second', 'third', 'fourth', 'fifth', 'last'];
	const question = choiceOf(
		say('Where do you get the key?'),
		sentence('stay', say('Enter the key')),
		sentence('leave', say('Leave it')),
	);
	const long = hints.map((word) =>
		say(`The ${word} of several things that can be done in order to get the key.`),
	);
	const harness = asked({...question, hints: long}, {columns: 40, rows: 15});
	await harness.sees('The first of several');
	assert.match(harness.screen(), /PgUp\/PgDn scroll/);
	assert.doesNotMatch(harness.screen(), /The last of several/);
	const seen: string[] = [harness.screen()];
	for (let last = harness.screen(); !last.includes('The last of several'); last = harness.screen()) {
		harness.type(keys['page-down']);
		// oxlint-disable-next-line no-await-in-loop -- a page after the other
		await harness.until(() => harness.screen() !== last);
		seen.push(harness.screen());
		assert.equal(harness.pointed(), 'Enter the key');
	}

	for (const word of hints) {
		assert.ok(
			seen.some((screen) => screen.includes(`The ${word} of several`)),
			word,
		);
	}

	harness.type(keys.down + keys.enter);
	await harness.until(() => harness.session.replies.length === 1);
	assert.deepEqual(harness.session.replies, [{kind: 'option', value: 'leave'}]);
	await harness.end();
});
