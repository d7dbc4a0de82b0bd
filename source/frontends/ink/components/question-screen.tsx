import type {Stage} from '../../../wizard/view.ts';
import {useInterface} from '../interface.ts';
import {ListQuestionScreen} from './list-question.tsx';
import {FailedQuestion} from './failed-question.tsx';
import {SecretQuestionScreen} from './secret-question.tsx';
import {TextQuestionScreen} from './text-question.tsx';

/** One question, drawn as its kind is drawn. Components begin anew with each model, that is with each question. */
export function QuestionScreen({stage}: {readonly stage: Extract<Stage, {kind: 'question'}>}) {
	const {models} = useInterface();
	const {question, canGoBack} = stage;
	switch (question.kind) {
		case 'choose-one':
		case 'choose-several': {
			const model = models.list;
			const {loading} = question;
			// Where the answer can be typed instead, a list that could not be read is still a field with actions.
			const isOnlyError =
				loading.state === 'failed' && (question.kind !== 'choose-one' || question.asTyped === undefined);
			return isOnlyError ? (
				<FailedQuestion
					key={models.identity}
					question={question}
					error={loading.error}
					canGoBack={canGoBack}
				/>
			) : (
				<ListQuestionScreen key={models.identity} question={question} model={model} canGoBack={canGoBack} />
			);
		}

		case 'secret': {
			const model = models.secret;
			return (
				<SecretQuestionScreen key={models.identity} question={question} model={model} canGoBack={canGoBack} />
			);
		}

		case 'text':
		case 'typed-confirm': {
			const model = models.text;
			return (
				<TextQuestionScreen key={models.identity} question={question} model={model} canGoBack={canGoBack} />
			);
		}
	}
}
