import {links} from '../../ibmcloud/facts/links.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {StepId} from '../../wizard/answers.ts';
import {stepOf} from '../../wizard/steps/list.ts';
import type {Stage} from '../../wizard/view.ts';
import {lineWriter, type Line} from './line.ts';

/** What can be explained: every step, and the views that are no questions. */
export type HelpTopic = StepId | 'confirm' | 'checks' | 'review' | 'apply';

const pages: Readonly<Record<Exclude<HelpTopic, StepId>, string>> = {
	checks: links.kubernetesCommands,
	review: links.classicCredentials,
	confirm: links.classicCredentials,
	apply: links.infrastructurePermissions,
};

/** What help is about at this stage; undefined where nothing is left to explain. */
export function helpTopicOf(stage: Stage): HelpTopic | undefined {
	return stage.kind === 'question' ? stage.step : stage.kind === 'end' ? undefined : stage.kind;
}

/** The help of a step: what it is, why it is asked, where to find the value, what can go wrong, an example, and IBM's page. */
export function helpLines(topic: HelpTopic, texts: Texts): Line[] {
	const writer = lineWriter(texts);
	// One key or several: what is to be known is the same.
	const about = topic === 'keys' || topic === 'oldKeys' ? 'key' : topic;
	return [
		writer.line(message(`help.${about}.what`), {tone: 'strong'}),
		writer.line(message(`help.${about}.why`)),
		writer.line(message(`help.${about}.where`)),
		writer.line(message(`help.${about}.wrong`)),
		writer.pair(message('help.example'), texts.text(`help.${about}.example`)),
		writer.pair(message('help.page'), pageOf(topic)),
	];
}

function pageOf(topic: HelpTopic): string {
	return topic in pages ? pages[topic as keyof typeof pages] : stepOf(topic as StepId).page;
}
