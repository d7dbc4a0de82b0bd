import {links} from '../../ibmcloud/facts/links.ts';
import type {PlainKey} from '../../text/catalogue.ts';
import type {Texts} from '../../text/texts.ts';
import type {StepId} from '../../wizard/answers.ts';
import {stepOf} from '../../wizard/steps/list.ts';
import type {Topic} from '../../wizard/view.ts';
import {textLine, pairLine, type Line} from './line.ts';

const pages: Readonly<Record<Exclude<Topic, StepId>, string>> = {
	checks: links.kubernetesCommands,
	review: links.classicCredentials,
	confirm: links.classicCredentials,
	apply: links.infrastructurePermissions,
};

/** Returns a step's help: what it is, why, where to find the value, what goes wrong, an example, a page. */
export function helpLines(topic: Topic, texts: Texts): Line[] {
	// The help is the same for one key and for several.
	const about = topic === 'keys' || topic === 'oldKeys' ? 'key' : topic;
	const page = topic in pages ? pages[topic as keyof typeof pages] : stepOf(topic as StepId).page;
	// If a step lacks one of its texts, the type error names the key.
	const say = (key: PlainKey): string => texts.text(key);
	return [
		textLine(say(`help.${about}.what`), {tone: 'strong'}),
		textLine(say(`help.${about}.why`)),
		textLine(say(`help.${about}.where`)),
		textLine(say(`help.${about}.wrong`)),
		pairLine(texts.text('help.example'), say(`help.${about}.example`)),
		pairLine(texts.text('help.page'), page),
	];
}
