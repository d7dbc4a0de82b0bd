import {Box, Text} from 'ink';
import type {SecretQuestion} from '../../../wizard/question.ts';
import {useFieldKeys} from '../hooks/use-field-keys.ts';
import {useHardwareCursor} from '../hooks/use-hardware-cursor.ts';
import {useKeyMap} from '../hooks/use-key-map.ts';
import {useStore} from '../hooks/use-store.ts';
import {useInterface} from '../interface.ts';
import type {SecretField} from '../models/secret-field.ts';
import {secretRows} from '../models/secret-rows.ts';
import {widthOf} from '../models/width.ts';
import {Body, keyRows} from './body.tsx';
import {useBodySize} from './body-size.ts';
import {FieldActions} from './field-actions.tsx';
import {layoutQuestion} from './question-layout.ts';
import {Rows} from './rows.tsx';

interface SecretQuestionProps {
	readonly question: SecretQuestion;
	readonly model: SecretField;
	readonly canGoBack: boolean;
}

/** A field whose value is never drawn: what it holds is said in words. */
export function SecretQuestionScreen({question, model, canGoBack}: SecretQuestionProps) {
	const {texts, session, glyphs} = useInterface();
	const {width, height} = useBodySize();
	const {isEmpty, examination, isMissing, selected} = useStore(model.state);
	const keys = useFieldKeys({
		isEmpty,
		selected,
		actionCount: question.actions.length,
		canGoBack,
		move(by) {
			model.move(by);
		},
		submit() {
			const action = selected === undefined ? undefined : question.actions[selected];
			if (action !== undefined) {
				session.act(action.id);
			} else if (examination?.secret === undefined) {
				model.complain();
			} else {
				session.reply({kind: 'secret', secret: examination.secret});
			}
		},
		insert(text) {
			model.insert(text);
			return 'done';
		},
		edit(event) {
			if (event.kind === 'key' && event.name === 'backspace') {
				model.backspace();
			} else if (event.kind === 'key' && event.name === 'erase-line') {
				model.clear();
			}

			return 'done';
		},
	});
	useKeyMap(keys);

	const said = secretRows(examination, isMissing ? question.empty : undefined, texts, width);
	const {head, hasGap} = layoutQuestion(question, texts, {
		height: height - keyRows(height),
		width,
		fixed: 1 + said.length + question.actions.length,
		list: 0,
	});
	const hasFocus = selected === undefined;
	useHardwareCursor(
		hasFocus
			? {row: head.length + (hasGap ? 1 : 0), column: widthOf(glyphs.pointer) + 1}
			: {row: head.length + (hasGap ? 1 : 0) + 1 + said.length + selected, column: 0},
	);

	return (
		<Body bindings={keys.bindings}>
			<Rows rows={head} />
			{hasGap ? <Text> </Text> : null}
			<Box height={1} aria-role="textbox">
				<Text wrap="truncate-end">
					<Text color="cyan" bold>{`${hasFocus ? glyphs.pointer : ' '} `}</Text>
					{examination === undefined ? (
						<Text dimColor>{texts.text('ui.secret.empty')}</Text>
					) : (
						<Text bold>{texts.say(examination.summary)}</Text>
					)}
				</Text>
			</Box>
			<Rows rows={said} />
			<FieldActions actions={question.actions} selected={selected} />
		</Body>
	);
}
