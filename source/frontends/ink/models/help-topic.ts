import type {HelpTopic} from '../../lines/help-lines.ts';
import type {Stage} from '../../../wizard/view.ts';

/** What help is about at this stage; undefined where nothing is left to explain. */
export function topicOf(stage: Stage): HelpTopic | undefined {
	return stage.kind === 'question' ? stage.step : stage.kind === 'end' ? undefined : stage.kind;
}
