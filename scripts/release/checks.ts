import {execFileSync} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

/** The placeholder in package.json for what only the owner knows. */
export const placeholder = 'OWNER';

/** What is checked before a version is published. */
export interface Release {
	readonly root: string;
	readonly version: string;
}

/** One check: what it looks at, and the problem; undefined if there is none. */
export interface ReleaseCheck {
	readonly name: string;
	readonly problem: (release: Release) => string | undefined;
}

const git = ({root}: Release, ...args: readonly string[]): string =>
	execFileSync('git', args, {cwd: root, encoding: 'utf8'}).trim();

/** All checks, in the order in which their problems are fixed. */
export const releaseChecks: readonly ReleaseCheck[] = [
	{
		name: 'package.json says whose it is',
		problem: ({root}) =>
			readFileSync(path.join(root, 'package.json'), 'utf8').includes(placeholder)
				? `package.json still has the placeholder ${placeholder}: CONTRIBUTING lists what to fill in`
				: undefined,
	},
	{
		name: 'the changelog has the version with its day',
		problem: ({root, version}) =>
			readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8')
				.split('\n')
				.some((line) => line.startsWith(`## [${version}] - `) && /- \d{4}-\d\d-\d\d$/.test(line))
				? undefined
				: `CHANGELOG.md has no heading “## [${version}] - YYYY-MM-DD”`,
	},
	{
		name: 'the tree is clean',
		problem: (release) => {
			const changed = git(release, 'status', '--porcelain');
			return changed === '' ? undefined : `There are changes that are not committed:\n${changed}`;
		},
	},
	{
		name: 'the tag fits',
		problem: (release) => {
			const tags = git(release, 'tag', '--points-at', 'HEAD').split('\n').filter(Boolean);
			const wanted = `v${release.version}`;
			return tags.includes(wanted) && tags.length === 1
				? undefined
				: `This commit is to have the tag ${wanted}, and has ${tags.join(', ') || 'none'}`;
		},
	},
	{
		name: 'the bytes are those of a build of now',
		problem: ({root}) => {
			const sums = path.join(root, 'release/SHA256SUMS');
			if (!existsSync(sums)) {
				return 'There is no release/: npm run package makes it';
			}

			const again = mkdtempSync(path.join(tmpdir(), 'classic-credentials-release-'));
			try {
				execFileSync(process.execPath, ['scripts/package.ts', `--out=${again}`], {cwd: root, stdio: 'pipe'});
				execFileSync('sha256sum', ['--check', '--strict', '--quiet', sums], {cwd: again, stdio: 'pipe'});
				const made = readFileSync(path.join(again, 'SHA256SUMS'), 'utf8');
				return made === readFileSync(sums, 'utf8') ? undefined : 'release/ lacks files that a build makes';
			} catch (error) {
				return `A build of now makes other bytes: ${String((error as {stdout?: unknown}).stdout ?? error).trim()}`;
			} finally {
				rmSync(again, {recursive: true, force: true});
			}
		},
	},
];
