import type {User} from '../../source/simulator/services.ts';
import {standardServices, user} from '../../source/simulator/standard.ts';

type Users = Readonly<Record<string, readonly User[]>>;

const known = standardServices.users['1234567'] ?? [];

/** Replaces the users of the classic account behind the login. */
export function withUsers(users: readonly User[]): {readonly users: Users} {
	return {users: {...standardServices.users, '1234567': users}};
}

/** Adds users at the end of the list. */
export function withMoreUsers(more: readonly User[]): {readonly users: Users} {
	return withUsers([...known, ...more]);
}

/** Only the account owner has a key. */
export const withoutKeys = withUsers(
	known.map((one) => ({...one, key: one.username === 'IBM278444' ? 1 : 0})),
);

/** Only the sample user, with a key. */
export const oneUser = withUsers(known.filter(({username}) => username.includes('infra.admin')));

const givenNames = 'Ada Bela Chidi Dana Emre Farah Goran Hana Ines Jonas Kenji Lucía'.split(' ');
const familyNames = 'Abara Berg Castro Dietz Evans Fischer García Haddad Ito Jensen Kovač'.split(' ');

/** Returns this many users. */
export function manyUsers(count: number): {readonly users: Users} {
	return withMoreUsers(
		Array.from({length: count - known.length}, (_, index) => {
			const number = String(index + 1).padStart(6, '0');
			const names = [givenNames, familyNames].map((list) => list[index % list.length] ?? '');
			return user(20_000_000 + index, `1234567_user${number}@example.com`, `${names.join(' ')} ${number}`, {
				status: index % 50 === 49 ? 'Disabled' : 'Active',
				key: index % 3 === 0 ? 1 : 0,
			});
		}),
	);
}

/** Users whose names must not reach a screen unchanged (samples/sl/list-hostile-json, and more). */
export const hostileUsers: readonly User[] = [
	user(6000001, 'newline@example.com', 'Line One\u000ALine Two', {email: 'nl@example.com'}),
	user(6000002, 'tab@example.com', 'Tab\u0009here\u0009and CR\u000Dback', {key: 0}),
	user(
		6000003,
		'ansi@example.com',
		'red \u001B[31mRED\u001B[0m and \u001B]0;title\u0007 and \u001B[2J clear',
		{key: 0},
	),
	user(6000004, 'html<b>&"quote"\\back', '<script>alert("x")</script> & {{.Name}} %s %d `cmd` $(id)', {
		email: 'a&b@example.com',
	}),
	user(6000005, 'rlo@example.com', 'safe\u202Egnp.exe\u202C \u2066iso\u2069', {key: 0}),
	user(6000006, 'linesep@example.com', 'para\u2028sep\u2029end\u0000nul\u007Fdel\u0085nel', {
		email: 'ls@example.com',
	}),
	user(6000007, '', '', {key: 0}),
	user(6000008, '  padded  ', 'ends with spaces   ', {email: ' padded@example.com ', key: 0}),
	user(6000009, `1234567_${'x'.repeat(40)}@example.com`, 'A very long name '.repeat(600), {
		email: 'long@example.com',
	}),
];

/** Users with names that are not Latin (the names of samples/sl/list-unicode-json). */
export const unicodeUsers: readonly User[] = [
	user(9000001, '1234567_tanaka@example.jp', '田中 太郎'),
	user(9000002, '1234567_wang@example.cn', '王小明（测试）', {key: 0}),
	user(9000003, 'kim.minjun@example.kr', '김민준'),
	user(9000004, '1234567_emoji@example.com', 'Ops 🚀 Team 👩\u200D👩\u200D👧\u200D👦 👍🏽 🇩🇪', {key: 0}),
	user(9000005, '1234567_layla@example.ae', 'ليلى محمود'),
	user(9000006, '1234567_dana@example.co.il', 'דנה כהן (admin)', {key: 0}),
	user(9000007, '1234567_zoe@example.fr', 'Zoé Müller-Łuczak'),
	user(9000008, '1234567_jose@example.es', 'José Núñez', {email: 'josé.núñez@exámple.es', key: 0}),
	user(9000009, 'пётр.иванов', 'Пётр Иванов', {email: 'petr@example.ru'}),
	user(9000010, '1234567_thai@example.th', 'สมชาย ใจดี', {key: 0}),
	user(9000011, '1234567_wide@example.com', 'Ｆｕｌｌ　Ｗｉｄｔｈ ｶﾀｶﾅ'),
	user(9000012, '1234567_zero@example.com', 'zero\u200Bwidth\u200Djoin\u00A0nbsp\u00ADshy\uFEFFbom', {
		key: 0,
	}),
];
