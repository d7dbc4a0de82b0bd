import assert from 'node:assert/strict';
import test, {suite} from 'node:test';
import {Emulator} from './emulator.ts';
import {renderFilm, renderSvg} from './picture.ts';

async function draw(written: string, title = 'a session'): Promise<string> {
	const emulator = new Emulator({columns: 20, rows: 5});
	await emulator.show(written);
	return renderSvg(emulator, {title});
}

/** Returns how much brighter one color is than the other, by WCAG. */
function contrast(one: string, other: string): number {
	const [bright = 0, dim = 0] = [one, other]
		.map((color) => {
			const [red = 0, green = 0, blue = 0] = [1, 3, 5]
				.map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
				.map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		})
		.toSorted((left, right) => right - left);
	return (bright + 0.05) / (dim + 0.05);
}

function texts(svg: string): string[] {
	return svg.match(/<text x="[\d.]+" y="[\d.]+" textLength.*<\/text>/g) ?? [];
}

suite('a picture of a terminal', () => {
	test('is the same for the same screen', async () => {
		assert.equal(await draw('\u001B[31mred\u001B[0m'), await draw('\u001B[31mred\u001B[0m'));
	});

	test('needs nothing from elsewhere and says what it shows', async () => {
		const svg = await draw('hello', 'A "first" <run> & more');
		assert.match(svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" [^>]*role="img"[^>]*>\n/);
		assert.match(svg, /aria-label="A &quot;first&quot; &lt;run&gt; &amp; more"/);
		assert.match(svg, /<title>A &quot;first&quot; &lt;run&gt; &amp; more<\/title>/);
		assert.doesNotMatch(svg, /href|url\(|@import|<script|<image/);
		assert.ok(svg.endsWith('</svg>\n'));
	});

	test('holds each run of equal style once, as long as its cells', async () => {
		assert.deepEqual(texts(await draw('plain \u001B[1;32mOK\u001B[0m')), [
			'<text x="0" y="13" textLength="42">plain</text>',
			'<text x="50.4" y="13" textLength="16.8" class="c2" font-weight="700">OK</text>',
		]);
	});

	test('lets columns and signs begin where they do in every row, whatever the font', async () => {
		assert.deepEqual(texts(await draw('◯ a b  c')), [
			'<text x="0" y="13" textLength="8.4">◯</text>',
			'<text x="16.8" y="13" textLength="25.2">a b</text>',
			'<text x="58.8" y="13" textLength="8.4">c</text>',
		]);
	});

	test('keeps its spaces, and follows the reader into the dark and the light', async () => {
		const svg = await draw('a  b');
		assert.match(
			svg,
			/<style>text\{white-space:pre\}/,
			'a rule for a group around it does not reach the text',
		);
		assert.match(svg, /@media \(prefers-color-scheme:light\)\{\.background\{fill:#ffffff\}/);
		assert.doesNotMatch(svg.replace(/<style>.*<\/style>/, ''), /fill="/, 'a color that stays as it is');
	});

	test('has the rules of the colors that it uses only, each of them readable on its background', async () => {
		assert.doesNotMatch(await draw('plain'), /\.c\d/);
		const bright = Array.from({length: 15}, (_, index) => index + 1);
		const svg = await draw(bright.map((color) => `\u001B[38;5;${color}mx`).join(''));
		const [, dark = '', light = ''] = /<style>(.*)@media[^{]*\{(.*)\}<\/style>/.exec(svg) ?? [];
		for (const rules of [dark, light]) {
			const colors = new Map(
				[...rules.matchAll(/\.(\w+)\{fill:(#\w+)\}/g)].map(([, name = '', value = '']) => [name, value]),
			);
			for (const name of ['foreground', 'quiet', ...bright.map((color) => `c${color}`)]) {
				const ratio = contrast(colors.get(name) ?? '', colors.get('background') ?? '');
				assert.ok(ratio >= 4.5, `${name} has ${ratio.toFixed(1)}`);
			}
		}
	});

	test('shows where the cursor stands, between the characters, and none that is hidden', async () => {
		const cursor = /<rect x="15.3" y="0" width="1.5" height="17"\/>/;
		assert.match(await draw('ab'), cursor);
		assert.doesNotMatch(await draw('ab\u001B[?25l'), cursor);
	});

	test('moves: each screen for its seconds, the last one where no motion is wanted', async () => {
		const emulator = new Emulator({columns: 20, rows: 5});
		await emulator.show('one');
		const first = emulator.cells();
		await emulator.show(' two');
		const frames = [
			{rows: first, seconds: 1},
			{rows: emulator.cells(), seconds: 3},
		];
		const svg = renderFilm(frames, 20, 'film');
		assert.match(
			svg,
			/@keyframes f0\{0%\{visibility:hidden\}0%\{visibility:visible\}25%\{visibility:hidden\}\}/,
		);
		assert.match(svg, /\.f1\{visibility:visible\}/);
		assert.equal(svg.match(/<g class="f\d">/g)?.length, 2);
	});

	test('has its title in the middle, and beside the buttons where it is long', async () => {
		assert.match(await draw('hello', 'short'), /<text class="quiet" x="98" /);
		assert.match(await draw('hello', 'x'.repeat(30)), /<text class="quiet" x="163" /);
	});

	test('escapes what would be markup', async () => {
		assert.match(await draw('<a> & "b"'), />&lt;a&gt; &amp; &quot;b&quot;<\/text>/);
	});

	test('gives a wide character the room of two cells', async () => {
		assert.deepEqual(texts(await draw('a日本b')), [
			'<text x="0" y="13" textLength="8.4">a</text>',
			'<text x="8.4" y="13" textLength="33.6">日本</text>',
			'<text x="42" y="13" textLength="8.4">b</text>',
		]);
	});

	test('shows inverse, background, dim, italic and underline', async () => {
		const svg = await draw(
			'\u001B[7mi\u001B[27m\u001B[44mb\u001B[49m\u001B[2md\u001B[22m\u001B[3mk\u001B[23m\u001B[4mu',
		);
		assert.match(svg, /<rect x="0" y="0" width="8.4" height="17"\/>/);
		assert.match(svg, /<text x="0" [^>]*class="background">i</);
		assert.match(svg, /<rect x="8.4" y="0" width="8.4" height="17" class="c4"\/>/);
		assert.match(svg, /fill-opacity="0.7">d</);
		assert.match(svg, /font-style="italic">k</);
		assert.match(svg, /text-decoration="underline">u</);
	});

	test('knows the large palette and true color', async () => {
		const svg = await draw('\u001B[38;5;208ma\u001B[38;5;250mb\u001B[38;2;1;2;3mc');
		assert.match(svg, /fill="#ff8700">a</);
		assert.match(svg, /fill="#bcbcbc">b</);
		assert.match(svg, /fill="#010203">c</);
	});

	test('ends with the last row that shows something, and can begin with what has scrolled out', async () => {
		assert.match(await draw('one\r\ntwo'), / height="92" /);
		const emulator = new Emulator({columns: 20, rows: 2});
		await emulator.show('one\r\ntwo\r\nthree');
		assert.doesNotMatch(renderSvg(emulator, {title: 'screen'}), />one</);
		assert.match(renderSvg(emulator, {title: 'record', scrollback: true}), />one</);
	});
});
