import assert from 'node:assert/strict';
import test, {suite} from 'node:test';
import {Emulator} from './emulator.ts';
import {renderFilm, renderSvg} from './picture.ts';

async function draw(written: string, title = 'a session'): Promise<string> {
	const emulator = new Emulator({columns: 20, rows: 5});
	await emulator.write(written);
	return renderSvg(emulator, {title});
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

	test('holds each run of equal looks once, as long as its cells', async () => {
		assert.deepEqual(texts(await draw('plain \u001B[1;32mOK\u001B[0m')), [
			'<text x="14" y="57" textLength="42" class="ink">plain</text>',
			'<text x="64.4" y="57" textLength="16.8" class="c2" font-weight="700">OK</text>',
		]);
	});

	test('keeps its spaces, and follows the reader into the dark and the light', async () => {
		const svg = await draw('a  b');
		assert.match(
			svg,
			/<style>text\{white-space:pre\}/,
			'a rule for a group around it does not reach the text',
		);
		assert.match(svg, /@media \(prefers-color-scheme:light\)\{\.paper\{fill:#ffffff\}/);
		assert.doesNotMatch(svg.replace(/<style>.*<\/style>/, ''), /fill="/, 'a color that stays as it is');
	});

	test('moves: each screen for its seconds, the last one where no motion is wanted', async () => {
		const emulator = new Emulator({columns: 20, rows: 5});
		await emulator.write('one');
		const first = emulator.cells();
		await emulator.write(' two');
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

	test('escapes what would be markup', async () => {
		assert.match(await draw('<a> & "b"'), />&lt;a&gt; &amp; &quot;b&quot;<\/text>/);
	});

	test('gives a wide character the room of two cells', async () => {
		assert.deepEqual(texts(await draw('a日本b')), [
			'<text x="14" y="57" textLength="8.4" class="ink">a</text>',
			'<text x="22.4" y="57" textLength="33.6" class="ink">日本</text>',
			'<text x="56" y="57" textLength="8.4" class="ink">b</text>',
		]);
	});

	test('shows inverse, background, dim, italic and underline', async () => {
		const svg = await draw(
			'\u001B[7mi\u001B[27m\u001B[44mb\u001B[49m\u001B[2md\u001B[22m\u001B[3mk\u001B[23m\u001B[4mu',
		);
		assert.match(svg, /<rect x="14" y="44" width="8.4" height="17" class="ink"\/>/);
		assert.match(svg, /<text x="14" [^>]*class="paper">i</);
		assert.match(svg, /<rect x="22.4" y="44" width="8.4" height="17" class="c4"\/>/);
		assert.match(svg, /fill-opacity="0.62">d</);
		assert.match(svg, /font-style="italic">k</);
		assert.match(svg, /text-decoration="underline">u</);
	});

	test('knows the large palette and true colour', async () => {
		const svg = await draw('\u001B[38;5;208ma\u001B[38;5;250mb\u001B[38;2;1;2;3mc');
		assert.match(svg, /fill="#ff8700">a</);
		assert.match(svg, /fill="#bcbcbc">b</);
		assert.match(svg, /fill="#010203">c</);
	});

	test('ends with the last row that shows something, and can begin with what has scrolled out', async () => {
		assert.match(await draw('one\r\ntwo'), / height="92" /);
		const emulator = new Emulator({columns: 20, rows: 2});
		await emulator.write('one\r\ntwo\r\nthree');
		assert.doesNotMatch(renderSvg(emulator, {title: 'screen'}), />one</);
		assert.match(renderSvg(emulator, {title: 'record', scrollback: true}), />one</);
	});
});
