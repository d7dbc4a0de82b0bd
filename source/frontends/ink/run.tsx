import {PassThrough} from 'node:stream';
import {render, type Instance} from 'ink';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import {Root} from './components/root.tsx';
import {ErrorBoundary} from './components/error-boundary.tsx';
import {InterfaceContext, type Interface} from './interface.ts';
import {makeInterface} from './make-interface.ts';
import {keepYoungSpaceSmall} from './memory.ts';
import type {InkOptions} from './start.ts';

/** See `runInk`: this part is loaded together with Ink. */
export async function runWithInk(session: Session, options: InkOptions): Promise<Report> {
	const {texts, lease, output, environment} = options;
	const failed = Promise.withResolvers<never>();
	const onError = (error: unknown): void => {
		failed.reject(error);
	};

	const {ui, unfollow} = makeInterface(session, {
		texts,
		output,
		environment,
		onError,
		discard() {
			lease.discard();
		},
	});
	options.observe?.((notice) => {
		ui.transcript.explain(notice);
	});
	const instance = draw(ui, onError);
	options.onFirstFrame?.();
	keepYoungSpaceSmall();
	const release = lease.hold({
		usesSequences: true,
		onEvent(event) {
			ui.keys.add(event);
		},
		onReply(sequence) {
			ui.replies.take(sequence);
		},
		onLeave() {
			session.leave();
		},
		away: async (run) => ui.screen.suspend(run),
		close() {
			instance.unmount();
		},
	});

	try {
		const report = await Promise.race([session.ended, failed.promise]);
		await ui.screen.written();
		instance.clear();
		return report;
	} finally {
		unfollow();
		release();
		await instance.waitUntilExit().catch(() => {});
	}
}

function draw(ui: Interface, onError: (error: unknown) => void): Instance {
	return render(
		<ErrorBoundary onError={onError}>
			<InterfaceContext value={ui}>
				<Root />
			</InterfaceContext>
		</ErrorBoundary>,
		{
			// Ink never reads: what is typed comes from the lease.
			stdin: new PassThrough() as unknown as NodeJS.ReadStream,
			stdout: ui.canvas as unknown as NodeJS.WriteStream,
			exitOnCtrlC: false,
			patchConsole: false,
			interactive: true,
			incrementalRendering: true,
			maxFps: 60,
		},
	);
}
