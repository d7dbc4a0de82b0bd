import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Secret} from '../../../source/secrets/secret.ts';
import {message} from '../../../source/text/message.ts';
import {StagedSession, say} from '../../support/staged-session.ts';
import {InkHarness, keys, pasted} from './harness.ts';
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
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	held.type(keys.down + keys.down + keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'option', value: '1234567_yamada.hanako@example.com'}]);
	await held.end();
});

test('typing narrows at once, what is typed is visible, Enter in the same read takes the best row', async () => {
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	held.type('JOSE g');
	await held.sees('1 of 35');
	assert.match(held.screen(), /Type to filter: JOSE g/);
	held.type(`${keys.clear}hopper${keys.enter}`);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'option', value: '1234567_grace.hopper@example.com'}]);
	await held.end();
});

test('what is typed can be the answer, unless the step refuses it', async () => {
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	assert.ok(!held.screen().includes('as typed'), 'there is nothing to use yet');
	held.type(`7654321_other x${keys.enter}`);
	await held.sees('A username has no spaces.');
	assert.deepEqual(held.session.replies, []);
	held.type(`${keys.backspace}${keys.backspace}${keys.enter}`);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'as-typed', text: '7654321_other'}]);
	await held.end();
});

test('the list goes on at its other end, pages stop there, and digits, j and k only type', async () => {
	const held = asked(
		chooseOne({
			filter: false,
			actions: [{action: {kind: 'change', step: 'listAccount'}, label: say('Another account')}],
		}),
	);
	await held.sees('❯ 1234567_ada');
	held.type(`${keys.up}jk3`);
	await held.until(() => held.pointed().startsWith('Another account'));
	held.type(keys.pageDown + keys.end);
	await held.read();
	assert.match(held.pointed(), /^Another account/);
	held.type(keys.up);
	await held.until(() => held.pointed().startsWith('1234567_user29'));
	held.type(keys.down + keys.down);
	await held.until(() => held.pointed().startsWith('1234567_ada'));
	assert.deepEqual(held.session.replies, []);
	await held.end();
});

test('Enter while the list is being read waits for it; typing goes on', async () => {
	const question = chooseOne();
	const held = asked({
		...question,
		options: [],
		loading: {state: 'loading', command: 'ibmcloud sl user list', startedAt: Date.now()},
	});
	await held.sees('ibmcloud sl user list ...');
	held.type('hanako');
	await held.sees('Type to filter: hanako');
	held.type(keys.enter);
	held.session.ask(question);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'option', value: '1234567_yamada.hanako@example.com'}]);
	await held.end();
});

test('Esc takes back an Enter that waits', async () => {
	const question = chooseOne();
	const held = asked({
		...question,
		options: [],
		loading: {state: 'loading', command: 'c', startedAt: Date.now()},
	});
	await held.sees('c ...');
	held.type(keys.enter);
	held.type(keys.escape);
	await held.until(() => held.session.calls.includes('back'));
	held.session.ask(question);
	await held.sees('❯ 1234567_ada');
	assert.deepEqual(held.session.replies, []);
	await held.end();
});

test('a list that cannot be read takes no key that was meant for it, and can be typed instead', async () => {
	const question = chooseOne();
	const held = asked({
		...question,
		options: [],
		loading: {state: 'loading', command: 'c', startedAt: Date.now()},
	});
	await held.sees('c ...');
	held.type(`ada${keys.enter}`);
	await held.sees('Type to filter: ada');
	held.session.ask({
		...question,
		options: [],
		actions: [{action: {kind: 'retry-users'}, label: say('Try again')}],
		loading: {
			state: 'failed',
			error: {kind: 'network', words: 'connection refused', command: 'ibmcloud sl user list'},
		},
	});
	await held.sees('connection refused');
	await held.sees('Use “ada” as typed');
	assert.deepEqual([held.session.replies, held.session.acts], [[], []]);
	held.type(keys.up + keys.enter);
	await held.until(() => held.session.acts.length === 1);
	assert.deepEqual(held.session.acts, [{kind: 'retry-users'}]);
	await held.end();
});

test('what is typed as soon as a list has failed is kept, and no key that was typed with it acts', async () => {
	const question = chooseOne({options: [], loading: {state: 'loading', command: 'c', startedAt: Date.now()}});
	const held = asked(question);
	await held.sees('c ...');
	held.onWritten('connection refused', () => {
		held.type(`ada${keys.enter}${keys.enter}`);
	});
	held.session.ask({
		...question,
		actions: [{action: {kind: 'retry-users'}, label: say('Try again')}],
		loading: {
			state: 'failed',
			error: {kind: 'network', words: 'connection refused', command: 'ibmcloud sl user list'},
		},
	});
	await held.sees('Type to filter: ada');
	await held.sees('❯ Use “ada” as typed');
	assert.deepEqual([held.session.replies, held.session.acts], [[], []]);
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'as-typed', text: 'ada'}]);
	await held.end();
});

test('Esc clears the filter first, then goes back', async () => {
	const held = asked(chooseOne());
	await held.sees('Esc back');
	held.type('ada');
	await held.sees('Esc clear filter');
	held.type(keys.escape);
	await held.sees('Esc back');
	assert.deepEqual(held.session.calls, []);
	held.type(keys.escape);
	await held.until(() => held.session.calls.length === 1);
	assert.deepEqual(held.session.calls, ['back']);
	await held.end();
});

test('a key in a visible field is never drawn, and the field says why until it is emptied', async () => {
	const apiKey = 'abcdefg7hij0123456789abcdefghij0123456789abcdefghij0123456789abc';
	const held = asked(chooseOne());
	await held.sees('Type to filter');
	held.type(pasted(`${apiKey}\r\n`));
	await held.sees('looks like an API key');
	held.type(`${keys.down}more${keys.enter}`);
	await held.until(() => held.pointed().includes('grace'));
	await held.read();
	assert.ok(held.screen().includes('looks like an API key'));
	assert.deepEqual(held.session.replies, [], 'Enter behind a key answers nothing');
	held.type('x');
	await held.until(() => !held.screen().includes('looks like an API key'));
	held.type(keys.backspace);
	for (const letter of apiKey) {
		held.type(letter);
	}

	await held.sees('looks like an API key');
	held.type(`${keys.clear}ada`);
	await held.sees('Type to filter: ada');
	assert.ok(!held.output.written.includes(apiKey.slice(0, 8)));
	await held.end();

	const field = asked(text());
	await field.sees('Which username?');
	field.type(pasted(apiKey));
	await field.sees('looks like an API key');
	assert.ok(!field.output.written.includes(apiKey.slice(0, 8)));
	await field.end();
});

test('a paste on a list without a filter is dropped', async () => {
	const held = asked(chooseOne({filter: false}));
	await held.sees('❯ 1234567_ada');
	held.type(pasted('x\r\n') + keys.down);
	await held.until(() => held.pointed().startsWith('1234567_grace'));
	assert.deepEqual(held.session.replies, []);
	await held.end();
});

test('a list of which several can be chosen goes on at its other end, too', async () => {
	const held = asked(chooseSeveral({initial: 0}));
	await held.sees('❯ ◯ us-south');
	held.type(keys.up);
	await held.until(() => held.pointed().includes('jp-tok'));
	held.type(keys.down);
	await held.until(() => held.pointed().includes('us-south'));
	await held.end();
});

test('entries below a field go on at the field', async () => {
	const held = asked(typedConfirm());
	await held.sees('Change the user');
	held.type(keys.up);
	await held.until(() => held.pointed().startsWith('Change the user'));
	held.type(`${keys.down}x`);
	await held.until(() => held.pointed().startsWith('x'));
	await held.end();
});

test('what may be a slip is said, and another Enter takes it', async () => {
	const held = asked(doubtful());
	await held.sees('Which infrastructure user?');
	held.type(`lovlace${keys.enter}`);
	await held.sees('Is lovlace a username?');
	held.type('x');
	await held.until(() => !held.screen().includes('a username?'));
	held.type(keys.enter);
	await held.sees('Is lovlacex a username?');
	assert.deepEqual(held.session.replies, []);
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'as-typed', text: 'lovlacex'}]);
	held.session.ask(text({title: say('Which name?'), validate: () => undefined, doubt}), 'region');
	await held.sees('Which name?');
	held.type(`one${keys.enter}`);
	await held.sees('Is one a username?');
	held.type(`@two${keys.enter}`);
	await held.until(() => held.session.replies.length === 2);
	held.type(`${keys.clear}one${keys.enter}${keys.enter}`);
	await held.until(() => held.session.replies.length === 3);
	assert.deepEqual(held.session.replies.slice(1), [
		{kind: 'text', text: 'one@two'},
		{kind: 'text', text: 'one'},
	]);
	await held.end();
});

test('where a sample is offered, Enter on the empty field takes it, and the field says so', async () => {
	const sample = new Secret('sample');
	const held = asked(secret({sample}));
	await held.sees('Enter takes the sample key');
	held.type(`x${keys.backspace}`);
	await held.sees('Enter takes the sample key');
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'secret', secret: sample}]);
	await held.end();
});

test('Space marks, Enter gives the marked ones in the order of the list', async () => {
	const held = asked(chooseSeveral());
	await held.sees('❯ ◯ eu-de');
	held.type('tor01 ');
	await held.sees('❯ ◉ us-east');
	held.type(`${keys.clear}${keys.up}${keys.up} `);
	await held.sees('2 marked');
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'options', values: ['us-south', 'us-east']}]);
	await held.end();
});

test('with none marked, Enter gives the highlighted one', async () => {
	const held = asked(chooseSeveral());
	await held.sees('❯ ◯ eu-de');
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'options', values: ['eu-de']}]);
	await held.end();
});

test('beside the list stands whether Enter takes the highlighted row, also in 40 columns', async () => {
	for (const size of [
		{columns: 80, rows: 24},
		{columns: 40, rows: 15},
	]) {
		const held = asked(chooseSeveral(), size);
		// oxlint-disable no-await-in-loop -- one window after the other
		await held.sees('Enter takes the highlighted row');
		held.type(' ');
		await held.sees('Enter continue');
		await held.end();
		// oxlint-enable no-await-in-loop
	}
});

test('a list that lacks one row takes that of the empty one above the keys; a longer one does not', async () => {
	const rowsOf = async (count: number): Promise<{seen: number; isAiry: boolean}> => {
		const options = Array.from({length: count}, (_option, index) => option(`row-${index}`));
		const held = asked(chooseSeveral({hints: [], options, initial: 0}));
		await held.sees('Enter takes');
		const rows = held.rows();
		const last = rows.findIndex((row) => row.startsWith('Enter takes'));
		await held.end();
		return {seen: rows.filter((row) => row.includes('row-')).length, isAiry: rows[last - 1] === ''};
	};
	assert.deepEqual(await rowsOf(12), {seen: 12, isAiry: false});
	assert.deepEqual(await rowsOf(13), {seen: 11, isAiry: true});
});

test('what a confirmation is about is read to its end in a low window', async () => {
	const warnings = ['first', 'second', 'third', 'last'].map((word) => say(`${word} ${'word '.repeat(12)}`));
	const held = asked(typedConfirm({warnings, actions: []}), {columns: 40, rows: 12});
	await held.sees('PgUp/PgDn scroll');
	assert.ok(!held.screen().includes('last word'), held.screen());
	held.type(keys.pageDown);
	await held.sees('last word');
	held.type(`nïted${keys.home}Ü`);
	await held.sees('❯ Ünïted');
	assert.ok(held.screen().includes('last word'), held.screen());
	await held.end();
});

test('a secret is said in words, and nothing of it is ever drawn', async () => {
	const value = 'qz wkxjvqpzmykwvxqjzpbqkxwvjzqpvkxwqjz';
	const held = asked(secret());
	await held.sees('never shown');
	held.type(keys.enter);
	await held.sees('The key is missing');
	held.type(pasted(`${value}\r\n`));
	await held.sees('37 characters, fingerprint');
	await held.sees('Spaces and line breaks were taken out.');
	held.type('?');
	await held.sees('38 characters');
	held.type(keys.backspace);
	await held.sees('37 characters');
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	const [reply] = held.session.replies;
	assert.equal(reply?.kind === 'secret' && reply.secret.reveal(), value.replaceAll(' ', ''));
	for (let start = 0; start + 6 <= value.length; start++) {
		assert.ok(!held.output.written.includes(value.slice(start, start + 6)));
	}

	await held.end();
});

test('a key and its Enter in one read, typed without brackets, answer', async () => {
	const held = asked(secret());
	await held.sees('never shown');
	held.type(`abcdefghijklmnop0123456789${keys.enter}`);
	await held.until(() => held.session.replies.length === 1);
	await held.end();
});

test('a secret is forgotten when its question comes again', async () => {
	const held = asked(secret());
	await held.sees('never shown');
	held.type('abc');
	await held.sees('3 characters');
	held.session.ask(text({title: say('Other?')}), 'region');
	await held.sees('Other?');
	held.session.ask(secret(), 'user');
	await held.sees('never shown');
	await held.end();
});

test('a text is edited by characters as a person counts them', async () => {
	const held = asked(text());
	await held.sees('Which username?');
	held.type('ab👨‍👩‍👧');
	await held.sees('ab👨‍👩‍👧');
	held.type(`${keys.backspace}${keys.left}x${keys.enter}`);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'text', text: 'axb'}]);
	await held.end();
});

test('the usual keys edit a text', async () => {
	const held = asked(text());
	await held.sees('Which username?');
	held.type('one two\u0001zero \u0005 three four\u0017\u0017\u0001\u001B[3~Z');
	await held.sees('Zero one two');
	held.type(keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'text', text: 'Zero one two'}]);
	await held.end();
});

test('Shift-Tab goes back, as Esc does, also from a filter that is not empty', async () => {
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	held.type('ada\u001B[Z');
	await held.until(() => held.session.calls.includes('back'));
	await held.end();
});

test('a confirmation is handed over as it was typed; what the session says of it goes with the next key', async () => {
	const held = asked(typedConfirm());
	held.session.onReply = () => {
		held.session.ask(typedConfirm({mismatch: say('That is not the name.')}));
	};
	await held.sees('Type the name');
	held.type(`United${keys.enter}`);
	await held.sees('That is not the name.');
	held.type('x');
	await held.until(() => !held.screen().includes('That is not the name.'));
	held.type(keys.enter);
	await held.sees('That is not the name.');
	assert.deepEqual(held.session.replies, [
		{kind: 'confirmed', text: 'United'},
		{kind: 'confirmed', text: 'Unitedx'},
	]);
	await held.end();
});

test('actions below a field are reached with Down', async () => {
	const held = asked(typedConfirm());
	await held.sees('Change the user');
	held.type(keys.down + keys.enter);
	await held.until(() => held.session.acts.length === 1);
	assert.deepEqual(held.session.acts, [{kind: 'change', step: 'user'}]);
	await held.end();
});

test('help takes the place of the question and gives it back as it was', async () => {
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	held.type(keys.down + keys.down + '?');
	await held.sees('Esc close help');
	assert.ok(!held.screen().includes('Which infrastructure user?'));
	held.type(keys.enter);
	await held.until(() => held.pointed().startsWith('1234567_yamada'));
	assert.deepEqual(held.session.replies, []);
	held.type('ada?');
	await held.sees('Type to filter: ada?');
	await held.end();
});

test('keys typed during the checks are kept for the first question', async () => {
	const held = new InkHarness(new StagedSession(checks));
	await held.sees('Ctrl-C quit');
	held.type(`grace${keys.enter}`);
	held.session.ask(chooseOne());
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'option', value: '1234567_grace.hopper@example.com'}]);
	await held.end();
});

test('keys typed before a trouble is on the screen do nothing', async () => {
	const held = new InkHarness(new StagedSession(checks));
	await held.sees('Ctrl-C quit');
	held.type(keys.enter + keys.enter);
	held.session.show({
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
	held.type(keys.enter);
	await held.sees('❯ Log in');
	assert.deepEqual(held.session.acts, []);
	held.type(keys.up + keys.down + keys.down + keys.enter);
	await held.until(() => held.session.acts.length === 1);
	assert.deepEqual(held.session.acts, [{kind: 'quit'}]);
	await held.end();
});

test('Ctrl-C quits at once, in front of everything that waits', async () => {
	const held = new InkHarness(new StagedSession(checks));
	await held.sees('Ctrl-C quit');
	held.type(`abc${keys.interrupt}`);
	await held.until(() => held.session.calls.includes('leave'));
	await held.end();
});

test('a window that is too small asks for more, keeps everything and goes on', async () => {
	const held = asked(chooseOne(), {environment: {TERM_PROGRAM: 'vscode'}});
	await held.sees('Which infrastructure user?');
	held.type('user1');
	await held.sees('Type to filter: user1');
	held.output.resize(39, 24);
	await held.sees('too small');
	held.type('lost');
	await held.read();
	held.output.resize(80, 24);
	await held.sees('Type to filter: user1 ');
	held.type('2');
	await held.sees('Type to filter: user12');
	assert.equal(held.all().split('Type to filter').length, 2);
	await held.end();
});

test('what is answered stands above the question, what is taken back nowhere, and the end leaves each once', async () => {
	const held = asked(chooseOne());
	const {session} = held;
	await held.sees('Which infrastructure user?');
	session.show(session.view().stage, {answered: session.answered(['User', 'zoe'])});
	await held.sees('✔ User  zoe');
	session.show(session.view().stage, {answered: []});
	await held.until(() => !held.all().includes('zoe'));
	session.show(session.view().stage, {answered: session.answered(['User', 'ada'], ['Scopes', 'eu-de'])});
	await held.sees('✔ User    ada\n✔ Scopes  eu-de\n\nWhich infrastructure user?');
	const report = await held.end();
	assert.equal(report.outcome, 'quit');
	assert.equal(held.all().split('✔ User    ada').length, 2);
	assert.ok(!held.all().includes('zoe'));
	assert.ok(!held.screen().includes('Which infrastructure user?'));
	held.lease.giveBack();
	assert.equal(held.input.isRaw, false);
	assert.ok(held.output.written.includes('\u001B[?2004l'));
	assert.ok(held.output.written.lastIndexOf('\u001B[?25h') > held.output.written.lastIndexOf('\u001B[?25l'));
	assert.ok(!/\u001B\[[23]J/.test(held.output.written));
});

test('nothing is written while nothing changes', async () => {
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	held.type(keys.down);
	await held.until(() => held.pointed().includes('grace'));
	const before = held.output.written.length;
	held.type(keys.pageUp + keys.pageUp);
	await held.until(() => held.pointed().includes('ada'));
	const after = held.output.written.length;
	assert.ok(after > before);
	await new Promise((resolve) => {
		setTimeout(resolve, 300);
	});
	assert.equal(held.output.written.length, after);
	await held.end();
});

test('the cursor is in the field, or on the selected row where there is none', async () => {
	const held = asked(chooseOne());
	await held.sees('Which infrastructure user?');
	await held.until(() => held.cursorRow().startsWith('Type to filter:'));
	held.session.ask(chooseOne({filter: false, title: say('Other?')}));
	await held.until(() => held.cursorRow().startsWith('❯ 1234567_ada'));
	held.type(keys.down);
	await held.until(() => held.cursorRow().startsWith('❯ 1234567_grace'));
	await held.end();
});

test('the cursor is on the selected entry, also where not all entries are in sight', async () => {
	const labels = Array.from({length: 12}, (_, index) => String(index));
	const actions = labels.map((label) => ({action: {kind: 'quit'}, label: say(`Entry ${label}`)}) as const);
	const held = asked(chooseOne({filter: false, options: users.slice(0, 1), actions}), {rows: 12});
	await held.sees('Which infrastructure user?');
	for (const label of labels) {
		held.type(keys.down);
		// oxlint-disable-next-line no-await-in-loop -- one key after the other
		await held.until(() => held.cursorRow().startsWith(`❯ Entry ${label}`));
	}

	await held.end();
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
	const held = asked(broken);
	await assert.rejects(held.done, /broken/);
	held.lease.giveBack();
	assert.equal(held.input.isRaw, false);
	assert.ok(!held.output.written.includes('abcdefghij'));
});

test('at 40 columns the label of a filter stays whole: what is said behind it gives way', async () => {
	const held = asked(chooseSeveral(), {columns: 40, rows: 15});
	await held.sees('Type to filter:');
	assert.match(held.screen(), /^Type to filter:(?: \d+ in all)?$/m);
	await held.end();
});

test('in a low window all that speaks against a confirmation is seen: what was answered gives way', async () => {
	const session = new StagedSession(checks);
	const held = new InkHarness(session, {columns: 40, rows: 15, environment: {TMUX: '/run/tmux'}});
	const question = typedConfirm({
		actions: [],
		warnings: [
			'us-south / default: account 7654321 loses control to 1234567.',
			'Can be orphaned (“incorrect account for worker”): prod-dal and batch-dal.',
			'To undo this you need the key of 7654321_cluster.robot@example.com. That key is not held here, so this cannot be undone.',
		].map((warning) => say(warning)),
	});
	session.show(
		{kind: 'question', step: 'user', question, canGoBack: true},
		{answered: session.answered(['Ready', 'ada'], ['User', 'ada'], ['API key', 'good'], ['Scopes', 'two'])},
	);
	await held.sees('Type the name of the account');
	assert.match(held.screen().replaceAll(/\s+/g, ' '), /so this cannot be undone\./);
	await held.end();
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
	const held = asked({...question, hints: long}, {columns: 40, rows: 15});
	await held.sees('The first of several');
	assert.match(held.screen(), /PgUp\/PgDn scroll/);
	assert.doesNotMatch(held.screen(), /The last of several/);
	const seen: string[] = [held.screen()];
	for (let last = held.screen(); !last.includes('The last of several'); last = held.screen()) {
		held.type(keys.pageDown);
		// oxlint-disable-next-line no-await-in-loop -- a page after the other
		await held.until(() => held.screen() !== last);
		seen.push(held.screen());
		assert.equal(held.pointed(), 'Enter the key');
	}

	for (const word of hints) {
		assert.ok(
			seen.some((screen) => screen.includes(`The ${word} of several`)),
			word,
		);
	}

	held.type(keys.down + keys.enter);
	await held.until(() => held.session.replies.length === 1);
	assert.deepEqual(held.session.replies, [{kind: 'option', value: 'leave'}]);
	await held.end();
});
