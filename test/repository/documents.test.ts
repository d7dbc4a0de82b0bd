import assert from 'node:assert/strict';
import {existsSync, globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {errorsPage} from '../../scripts/errors/page.ts';
import {picturesPage} from '../../scripts/pictures/page.ts';
import {root} from './lint.ts';
import {rowsOf} from './documents.ts';

// Facts in the documents that can go out of date unnoticed.

interface Description {
	readonly scripts: Readonly<Record<string, string>>;
	readonly dependencies?: Readonly<Record<string, string>>;
	readonly devDependencies: Readonly<Record<string, string>>;
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const description = JSON.parse(read('package.json')) as Description;
const documents = globSync(['*.md', 'docs/*.md'], {cwd: root});

test('every relative link leads to a file', () => {
	assert.ok(documents.length >= 4);
	const broken = documents.flatMap((document) =>
		[...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)|<img [^>]*src="([^"]+)"/g)]
			.map(([, link, picture]) => link ?? picture ?? '')
			.filter((link) => !existsSync(path.join(root, path.dirname(document), link)))
			.map((link) => `${document}: ${link}`),
	);
	assert.deepEqual(broken, []);
});

test('every npm script that is named exists', () => {
	const unknown = documents.flatMap((document) =>
		[...read(document).matchAll(/npm run ([a-z][\w:-]*)/g)]
			.map(([, name = '']) => name)
			.filter((name) => !(name in description.scripts))
			.map((name) => `${document}: npm run ${name}`),
	);
	assert.deepEqual(unknown, []);
});

test('docs/dependencies.md has a reason for every dependency, and for no other', () => {
	const text = read('docs/dependencies.md');
	const documented = ['## In the program', '## Around the program'].flatMap((heading) =>
		rowsOf(text, heading).map(([name = '']) => name),
	);
	assert.deepEqual(documented.toSorted(), Object.keys(description.devDependencies).toSorted());
	assert.equal(description.dependencies, undefined);
});

test('docs/errors.md is what `npm run errors` writes', () => {
	const page = errorsPage();
	assert.ok(rowsOf(page, '# Errors').length > 20);
	assert.equal(read('docs/errors.md'), page);
});

test('docs/pictures.md is what `npm run pictures` writes, and every picture is shown somewhere', () => {
	assert.equal(read('docs/pictures.md'), picturesPage());
	const all = documents.map((document) => read(document)).join('\n');
	const unused = globSync('docs/pictures/**/*.svg', {cwd: root}).filter(
		(file) => !all.includes(`${file.slice('docs/'.length)})`),
	);
	assert.deepEqual(unused, []);
});
