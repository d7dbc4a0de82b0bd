import {Secret} from '../../../source/secrets/secret.ts';
import {message, type Message} from '../../../source/text/message.ts';
import type {
	ChooseOneQuestion,
	ChooseSeveralQuestion,
	Option,
	SecretQuestion,
	TextQuestion,
	TypedConfirmQuestion,
} from '../../../source/wizard/question.ts';
import {say} from '../../support/staged-session.ts';

export function option(label: string, details: readonly string[] = [], more: Partial<Option> = {}): Option {
	return {value: label, label, details, notes: [], keywords: [], ...more};
}

export const users: readonly Option[] = [
	option('1234567_ada.lovelace@example.com', ['Ada Lovelace', 'ada.lovelace@example.com'], {
		notes: [say('has an API key')],
	}),
	option('1234567_grace.hopper@example.com', ['Grace Hopper', 'grace.hopper@example.com'], {
		notes: [say('no API key')],
	}),
	option('1234567_yamada.hanako@example.com', ['山田 花子', 'hanako@example.com'], {
		notes: [say('has an API key')],
	}),
	option('1234567_jose.garcia@example.com', ['José García', 'jose@example.com'], {
		notes: [say('has an API key'), say('status Disabled')],
	}),
	option('IBM1234567', ['Acme Master', 'it@example.com']),
	...Array.from({length: 30}, (_item, index) =>
		option(`1234567_user${index}@example.com`, [`User ${index}`, `user${index}@example.com`]),
	),
];

const asTyped: NonNullable<ChooseOneQuestion['asTyped']> = {
	label: (typed) => message('user.asTyped', {text: typed}),
	validate: (typed) => (typed.includes(' ') ? say('A username has no spaces.') : undefined),
};

/** Doubts everything without an `@`: it may be a slip of the finger. */
export function doubt(typed: string): Message | undefined {
	return typed.includes('@') ? undefined : say(`Is ${typed} a username?`);
}

/** Makes a list that doubts. */
export function doubtful(): ChooseOneQuestion {
	return chooseOne({asTyped: {...asTyped, doubt}});
}

export function chooseOne(change: Partial<ChooseOneQuestion> = {}): ChooseOneQuestion {
	return {
		kind: 'choose-one',
		title: say('Which infrastructure user?'),
		hints: [say('The list is from classic account 1234567.')],
		warnings: [],
		actions: [],
		loading: {state: 'ready'},
		options: users,
		filter: true,
		empty: say('No users are listed.'),
		initial: 0,
		asTyped,
		...change,
	};
}

export const regions: readonly Option[] = [
	option('us-south', ['Dallas', 'dal10 dal12 dal13']),
	option('us-east', ['Washington DC', 'wdc04 wdc06 wdc07 mon01 tor01']),
	option('eu-de', ['Frankfurt', 'fra02 fra04 fra05 ams03 par01'], {
		notes: [say('targeted')],
		isDefault: true,
	}),
	option('eu-gb', ['London', 'lon04 lon05 lon06']),
	option('jp-tok', ['Tokyo', 'tok02 tok04 tok05']),
];

export function chooseSeveral(change: Partial<ChooseSeveralQuestion> = {}): ChooseSeveralQuestion {
	return {
		kind: 'choose-several',
		title: say('In which regions?'),
		hints: [say('Space marks several; with none marked, Enter takes the highlighted one.')],
		warnings: [],
		actions: [],
		loading: {state: 'ready'},
		options: regions,
		filter: true,
		empty: say('None.'),
		initial: 2,
		marked: [],
		...change,
	};
}

export function secret(change: Partial<SecretQuestion> = {}): SecretQuestion {
	return {
		kind: 'secret',
		title: say('The classic infrastructure API key of ada?'),
		hints: [say('What you type or paste is not shown.')],
		warnings: [],
		actions: [],
		parse(typed) {
			const value = typed.replaceAll(/\s/g, '');
			const held = value === '' ? undefined : new Secret(value);
			return {
				secret: held,
				summary:
					held === undefined
						? say('nothing')
						: say(`${held.length} characters, fingerprint ${held.fingerprint}`),
				removed: value === typed ? [] : [say('Spaces and line breaks were taken out.')],
				warnings: value.length === 44 ? [say('This looks like an IBM Cloud API key.')] : [],
			};
		},
		empty: say('The key is missing: paste it.'),
		...change,
	};
}

export function text(change: Partial<TextQuestion> = {}): TextQuestion {
	return {
		kind: 'text',
		title: say('Which username?'),
		hints: [],
		warnings: [],
		actions: [],
		initial: '',
		validate: (value) => (value.trim() === '' ? say('Type a username.') : undefined),
		...change,
	};
}

export function typedConfirm(change: Partial<TypedConfirmQuestion> = {}): TypedConfirmQuestion {
	return {
		kind: 'typed-confirm',
		title: say('Type the name of the account to go on: Ünïted'),
		hints: [],
		warnings: [say('Two clusters can be orphaned.')],
		actions: [{action: {kind: 'change', step: 'user'}, label: say('Change the user')}],
		expected: 'Ünïted',
		isConfirmedBy: (typed) => typed === (change.expected ?? 'Ünïted'),
		mismatch: undefined,
		...change,
	};
}
