import assert from 'node:assert/strict';
import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import type {CommandContext} from '../../source/commands/command.ts';
import {openReportFile} from '../../source/commands/setup/report-file.ts';
import {englishTexts} from '../../source/text/texts.ts';
import {scratchDirectory} from '../support/scratch.ts';

const file = path.join(scratchDirectory(), 'report.md');
// Nothing else of a command's context is used.
const context = {process, texts: englishTexts} as CommandContext;

test('a report that is discarded leaves neither a file nor an open descriptor', () => {
	const before = readdirSync('/dev/fd').length;
	const opened = openReportFile(context, {report: file, quiet: false, output: undefined});
	assert.ok(opened.ok && existsSync(file));
	opened.value?.discard();
	assert.equal(existsSync(file), false);
	assert.equal(readdirSync('/dev/fd').length, before);
});
