import type {DOMElement} from 'ink';
import {useEffect, type RefObject} from 'react';
import {useInterface} from '../interface.ts';
import {eraseReflowed, rowWidths, type DrawnFrame} from '../layout/reflow.ts';
import {settled} from '../screen.ts';

/**
 * Erases the frame when the window changes. The terminal rewraps the rows and may push some out of sight,
 * while Ink knows only the rows that it has written. So the frame is erased at its new height, with what
 * comes back of it when the window grows again, and Ink draws it from there.
 */
export function useTidyResize(frame: RefObject<DOMElement | null>): void {
	const ui = useInterface();
	useEffect(() => {
		const {output, canvas, screen, replies, transcript, freeRows} = ui;
		/** The widths of the rows that the window has pushed out of sight. */
		let lost: readonly number[] = [];
		let drawnFor = '';
		const tidy = async (drawn: DrawnFrame): Promise<void> => {
			canvas.isMuted = false;
			let reply;
			do {
				drawnFor = sizeOf(output);
				// oxlint-disable-next-line no-await-in-loop -- asks again if the window has changed meanwhile
				reply = await replies.ask();
			} while (drawnFor !== sizeOf(output));

			const erased = eraseReflowed(drawn, output, reply);
			output.write(erased.sequence);
			({lost} = erased);
			transcript.keep(drawn.answered.slice(0, erased.kept));
			canvas.emit('resize');
			await settled();
		};

		const onResize = (): void => {
			if (screen.isSuspended) {
				canvas.emit('resize');
				return;
			}

			const widths = frame.current === null ? [] : rowWidths(frame.current);
			const drawn = {...ui.drawn.get(), lost, widths, hasKept: transcript.kept > 0};
			canvas.isMuted = true;
			void screen
				.suspend(async () => tidy(drawn))
				.then(() => {
					if (drawnFor !== sizeOf(output)) {
						onResize();
					}
				});
		};

		if (freeRows > 1) {
			// In tmux, room is made above the frame before it is needed.
			onResize();
		}

		output.on('resize', onResize);
		const unsubscribe = transcript.lines.subscribe(() => {
			lost = [];
		});
		return () => {
			unsubscribe();
			output.off('resize', onResize);
		};
	}, [ui, frame]);
}

function sizeOf({columns, rows}: NodeJS.WriteStream): string {
	return `${columns}×${rows}`;
}
