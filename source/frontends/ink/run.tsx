import {PassThrough} from 'node:stream';
import {render, type Instance} from 'ink';
import type {Environment} from '../../shell/environment.ts';
import type {Texts} from '../../text/texts.ts';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import type {ObserveCommands} from '../lines/notice-line.ts';
import type {Lease} from '../terminal/lease.ts';
import {Root} from './components/root.tsx';
import {ErrorBoundary} from './components/error-boundary.tsx';
import {InterfaceContext, makeInterface, type Interface} from './interface.ts';
import {keepYoungSpaceSmall} from './memory.ts';

export interface InkOptions {
	readonly texts: Texts;
	readonly lease: Lease;
	readonly output: NodeJS.WriteStream;
	readonly environment: Environment;
	/** For a transcript that also has every command that has ended (`--explain`). */
	readonly observe?: ObserveCommands | undefined;
	/** Called once the first frame has been handed to the terminal. */
	readonly onFirstFrame?: () => void;
}

/**
 * Runs a session with Ink, in the terminal, to its end.
 *
 * @returns the report, when the last of it has been written; the terminal stays leased
 * @throws what a component threw
 */
export async function runInk(session: Session, options: InkOptions): Promise<Report> {
	const {texts, lease, output, environment} = options;
	const failed = Promise.withResolvers<never>();
	const {ui, unfollow} = makeInterface(session, {
		texts,
		output,
		environment,
		onError: failed.reject,
		discard: () => lease.discard(),
	});
	options.observe?.((notice) => ui.transcript.explain(notice));
	const instance = draw(ui, failed.reject);
	options.onFirstFrame?.();
	keepYoungSpaceSmall();
	const release = lease.hold({
		usesSequences: true,
		onEvent: (event) => ui.keys.add(event),
		onReply: (sequence) => ui.replies.take(sequence),
		onLeave: () => session.leave(),
		away: async (run) => ui.screen.suspend(run),
		close: () => instance.unmount(),
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
