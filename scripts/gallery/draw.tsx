import {setImmediate as nextTurn, setTimeout as wait} from 'node:timers/promises';
import {Box} from 'ink';
import {render} from 'ink-testing-library';
import {Decoder} from '../../source/frontends/terminal/decoder.ts';
import {SessionFrame} from '../../source/frontends/ink/components/root.tsx';
import {InterfaceContext, makeInterface} from '../../source/frontends/ink/interface.ts';
import {Screen} from '../../source/frontends/ink/screen.ts';
import type {Texts} from '../../source/text/texts.ts';
import type {View} from '../../source/wizard/view.ts';
import {StagedSession} from '../../test/support/staged-session.ts';
import type {State} from './states.ts';

export interface Size {
	readonly columns: number;
	readonly rows: number;
}

/** The columns of the terminal that `ink-testing-library` draws into. */
export const mostColumns = 100;

/** How long a state may take to show its content (milliseconds). */
const patience = 20_000;

/** `ink-testing-library` never reports a written frame: here, drawn means written. */
class DrawnScreen extends Screen {
	override async written(): Promise<void> {
		await nextTurn();
	}
}

/**
 * Draws a state with the Ink frontend, its keys typed, until it shows its content, and returns the whole
 * frame; throws when the content never appears: an empty frame must not pass for one.
 */
export async function draw({name, view, keys = [], shows}: State, size: Size, texts: Texts): Promise<string> {
	const shown = await view();
	const session = new StagedSession(shown.stage);
	session.show(shown.stage, shown);
	const {ui} = makeInterface(
		session,
		{texts, output: process.stdout, environment: {}, lease: {discard() {}}},
		(error) => {
			throw error;
		},
	);
	const {lastFrame, unmount} = render(
		<InterfaceContext value={{...ui, screen: new DrawnScreen()}}>
			<Box width={size.columns} flexDirection="column">
				<SessionFrame {...size} />
			</Box>
		</InterfaceContext>,
	);
	const has = async (content: RegExp): Promise<void> => {
		const end = Date.now() + patience;
		while (!content.test(lastFrame() ?? '')) {
			if (Date.now() > end) {
				throw new Error(`“${name}” never shows ${content}:\n${lastFrame()}`);
			}

			// oxlint-disable-next-line no-await-in-loop
			await wait(5);
		}
	};
	try {
		await has(firstContent(shown, size, texts));
		const decoder = new Decoder();
		for (const event of keys.flatMap((key) => [...decoder.push(key), ...decoder.flush()])) {
			ui.keys.add(event);
		}

		await has(shows ?? /\S/);
		return lastFrame() ?? '';
	} finally {
		unmount();
	}
}

/** Returns what a view shows in every language once it is drawn and accepts keys. */
function firstContent({stage}: View, {columns}: Size, texts: Texts): RegExp {
	if (columns < 40) {
		return literally(texts.text('ui.smallWindow', {columns: 40, rows: 12}).slice(0, 8));
	}

	switch (stage.kind) {
		case 'checks': {
			return stage.blocker === undefined ? /Ctrl-C/ : /❯/;
		}

		case 'question': {
			const {question} = stage;
			const isLoading = 'loading' in question && question.loading.state === 'loading';
			return isLoading ? literally(question.loading.command.slice(0, 12)) : /❯/;
		}

		case 'review': {
			// The reads in progress stand at the end, which may be on another page.
			return stage.review.isComplete ? /❯/ : /❯|Ctrl-C/;
		}

		case 'apply': {
			return stage.progress.actions.length > 0 ? /❯/ : /Ctrl-C/;
		}

		case 'end': {
			return /\S/;
		}
	}
}

function literally(text: string): RegExp {
	return new RegExp(text.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`), 'u');
}
