import {PassThrough} from 'node:stream';
import {setFlagsFromString} from 'node:v8';
import {render} from 'ink';
import {Component, type ReactNode} from 'react';
import type {Session} from '../../wizard/session.ts';
import type {Report} from '../../wizard/view.ts';
import type {ObserveCommands} from '../lines/notice-line.ts';
import type {Lease} from '../terminal/lease.ts';
import {Root} from './components/root.tsx';
import {InterfaceContext, makeInterface, type InterfaceOptions} from './interface.ts';

export interface InkOptions extends InterfaceOptions {
	readonly lease: Lease;
	/** Adds every command that has ended to the transcript (`--explain`). */
	readonly observe?: ObserveCommands | undefined;
	/** Called once the first frame has been handed to the terminal. */
	readonly onFirstFrame?: () => void;
}

/**
 * Runs a session with Ink, in the terminal, to its end.
 *
 * @returns the report, once all of it has been written; the terminal stays leased
 * @throws what a component threw
 */
export async function runInk(session: Session, options: InkOptions): Promise<Report> {
	const {lease} = options;
	const failed = Promise.withResolvers<never>();
	const {ui, unfollow} = makeInterface(session, options, failed.reject);
	options.observe?.((notice) => ui.transcript.explain(notice));
	const instance = render(
		<ErrorBoundary onError={failed.reject}>
			<InterfaceContext value={ui}>
				<Root />
			</InterfaceContext>
		</ErrorBoundary>,
		{
			// Ink reads nothing: what is typed comes from the lease.
			stdin: new PassThrough() as unknown as NodeJS.ReadStream,
			stdout: ui.canvas as unknown as NodeJS.WriteStream,
			exitOnCtrlC: false,
			patchConsole: false,
			interactive: true,
			incrementalRendering: true,
			maxFps: 60,
		},
	);
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

/** Passes on an error of a component, so that the session ends with one line instead of a stack trace. */
class ErrorBoundary extends Component<
	{readonly onError: (error: unknown) => void; readonly children: ReactNode},
	{readonly hasFailed: boolean}
> {
	static getDerivedStateFromError(): {readonly hasFailed: boolean} {
		return {hasFailed: true};
	}

	override state = {hasFailed: false};

	override componentDidCatch(error: unknown): void {
		this.props.onError(error);
	}

	override render(): ReactNode {
		return this.state.hasFailed ? null : this.props.children;
	}
}

/**
 * Keeps the space of V8's young objects as it is, to save memory, not for a faster start: a list of 10,000
 * users takes 118 MB instead of 165 MB. While a long list is read, V8 would double that space up to a hundred
 * megabytes and give nothing back. One more collection takes a millisecond. The flag is restored at exit:
 * Node's compile cache is only valid for the same flags.
 */
function keepYoungSpaceSmall(): void {
	setFlagsFromString('--semi-space-growth-factor=1');
	process.once('exit', () => {
		setFlagsFromString('--semi-space-growth-factor=2');
	});
}
