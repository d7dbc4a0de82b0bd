import type {CliError} from '../../../ibmcloud/types.ts';
import type {Question} from '../../../wizard/question.ts';
import {errorLines} from '../../lines/error-lines.ts';
import type {Line} from '../../lines/line.ts';
import {useInterface} from '../interface.ts';
import {backBinding, helpBinding, leaveBinding} from './global-bindings.ts';
import {LinesScreen} from './lines-screen.tsx';

interface FailedQuestionProps {
	readonly question: Question;
	readonly error: CliError;
	readonly canGoBack: boolean;
}

/** A list that could not be read: our sentence, the CLI's own words, and what can be done. */
export function FailedQuestion({question, error, canGoBack}: FailedQuestionProps) {
	const ui = useInterface();
	const {texts, session} = ui;
	const shown: Line[] = [
		{mark: 'none', indent: 0, spans: [{text: texts.say(question.title), tone: 'strong'}]},
		...question.warnings.map((warning): Line => ({
			mark: 'note',
			indent: 0,
			spans: [{text: texts.say(warning), tone: 'warning'}],
		})),
		...errorLines(error, texts),
	];
	return (
		<LinesScreen
			lines={shown}
			actions={question.actions}
			bindings={[backBinding(ui, canGoBack), helpBinding(ui), leaveBinding(false)]}
			onChoose={(id) => {
				session.act(id);
			}}
		/>
	);
}
