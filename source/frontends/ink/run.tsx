import {render} from 'ink';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {Application} from './components/application.tsx';
import {ErrorBoundary} from './components/error-boundary.tsx';
import {crashOf} from './crash.ts';
import {InterfaceContext, type Interface} from './interface.ts';
import {Keyboard} from './keyboard/keyboard.ts';
import {habitsOf} from './looks/habits.ts';
import {keepYoungSpaceSmall} from './memory.ts';
import {topicOf} from './models/help-topic.ts';
import {glyphsFor} from './looks/glyphs.ts';
import {QuestionModels} from './models/question-models.ts';
import {Store} from './models/store.ts';
import {Screen} from './screen.ts';
import type {InkOptions} from './start.tsx';

/** See `runInk`: this part is loaded together with Ink. */
export async function runWithInk(session: Session, options: InkOptions): Promise<Report> {
	const {texts, lease, output, environment} = options;
	const failed = Promise.withResolvers<never>();
	const fail = (error: unknown): void => {
		failed.reject(crashOf(error));
	};

	const screen = new Screen();
	const keyboard = new Keyboard({
		discard() {
			lease.discard();
		},
		onError: fail,
	});
	const value: Interface = {
		session,
		texts,
		output,
		keyboard,
		screen,
		glyphs: glyphsFor(environment),
		models: new QuestionModels(),
		isHelpOpen: new Store(false),
		cursor: new Store<{x: number; y: number} | undefined>(undefined),
		...habitsOf(environment),
	};

	// Before React hears of a change: what it draws then fits together.
	const unsubscribe = session.subscribe(() => {
		const {stage} = session.view();
		value.models.take(stage);
		if (topicOf(stage) !== topic) {
			topic = topicOf(stage);
			value.isHelpOpen.set(false);
		}

		keyboard.wake();
	});
	let topic = topicOf(session.view().stage);
	value.models.take(session.view().stage);

	const instance = render(
		<ErrorBoundary onError={fail}>
			<InterfaceContext value={value}>
				<Application />
			</InterfaceContext>
		</ErrorBoundary>,
		{
			// Ink asks no more of a standard input than `InkInput` has: see `keyboard/ink-input.ts`.
			stdin: keyboard.inkInput as unknown as NodeJS.ReadStream,
			stdout: output,
			exitOnCtrlC: false,
			patchConsole: false,
			interactive: true,
			incrementalRendering: true,
			maxFps: 60,
		},
	);
	options.onPicture?.();
	keepYoungSpaceSmall();
	const release = lease.hold({
		usesSequences: true,
		onEvent(event) {
			keyboard.add(event);
		},
		onLeave() {
			session.leave();
		},
		away: async (run) => screen.suspend(run),
		close() {
			instance.unmount();
		},
	});

	try {
		const report = await Promise.race([session.ended, failed.promise]);
		await screen.written();
		instance.clear();
		return report;
	} finally {
		unsubscribe();
		release();
		await instance.waitUntilExit().catch(() => {});
	}
}
