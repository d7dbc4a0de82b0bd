import {links} from '../../ibmcloud/facts/links.ts';
import {message} from '../../text/message.ts';
import type {Texts} from '../../text/texts.ts';
import type {StepId} from '../../wizard/answers.ts';
import {stepOf} from '../../wizard/steps/list.ts';
import type {Topic} from '../../wizard/view.ts';
import {lineWriter, type Line} from './line.ts';

const pages: Readonly<Record<Exclude<Topic, StepId>, string>> = {
	checks: links.kubernetesCommands,
	review: links.classicCredentials,
	confirm: links.classicCredentials,
	apply: links.infrastructurePermissions,
};

/** The help of a step: what it is, why, where the value is found, what goes wrong, an example, a page. */
export function helpLines(topic: Topic, texts: Texts): Line[] {
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

function pageOf(topic: Topic): string {
	return topic in pages ? pages[topic as keyof typeof pages] : stepOf(topic as StepId).page;
}
