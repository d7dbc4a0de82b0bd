import type {IUnicodeVersionProvider} from '@xterm/headless';
import stringWidth from 'string-width';

/*
The emulator's own table is Unicode 6, where an emoji is one cell wide. Today's terminals use two, and join
what belongs together: a family is one glyph, a flag is one, a skin tone is none.
*/

const zeroWidthJoiner = 0x20_0d;
const emojiStyle = 0xfe_0f;

/** What the previous character was: the emulator keeps it in the upper bits of a character's properties. */
const afterNothing = 0;
const afterJoiner = 1;
const afterHalfFlag = 2;

const widths = new Map<number, 0 | 1 | 2>();

function width(codePoint: number): 0 | 1 | 2 {
	let known = widths.get(codePoint);
	if (known === undefined) {
		// Half a flag alone counts as two cells; so does everything else that is wide.
		known = Math.min(2, stringWidth(String.fromCodePoint(codePoint))) as 0 | 1 | 2;
		widths.set(codePoint, known);
	}

	return known;
}

function isHalfFlag(codePoint: number): boolean {
	return codePoint >= 0x1_f1_e6 && codePoint <= 0x1_f1_ff;
}

function isSkinTone(codePoint: number): boolean {
	return codePoint >= 0x1_f3_fb && codePoint <= 0x1_f3_ff;
}

// Packs as the emulator does: 24 bits of state, two bits of width, one bit "joins the previous cell".
function pack(state: number, cells: number, joins: boolean): number {
	return ((state & 0xff_ff_ff) << 3) | ((cells & 3) << 1) | (joins ? 1 : 0);
}

/** The widths of characters as today's terminals draw them. */
export const unicodeWidths: IUnicodeVersionProvider = {
	version: 'today',
	wcwidth: width,
	charProperties(codePoint, preceding) {
		const cells = width(codePoint);
		const before = (preceding >> 1) & 3;
		const state = preceding >> 3;
		if (before > 0) {
			if (codePoint === emojiStyle) {
				return pack(afterNothing, 2, true);
			}

			if (
				state === afterJoiner ||
				isSkinTone(codePoint) ||
				(state === afterHalfFlag && isHalfFlag(codePoint))
			) {
				return pack(afterNothing, Math.max(before, cells), true);
			}

			if (cells === 0) {
				return pack(codePoint === zeroWidthJoiner ? afterJoiner : state, before, true);
			}
		}

		return pack(isHalfFlag(codePoint) ? afterHalfFlag : afterNothing, cells, false);
	},
};
