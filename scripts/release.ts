import {parseArgs} from 'node:util';
import {description, root} from './package/description.ts';
import {releaseChecks} from './release/checks.ts';

// `npm run release -- --check`: whether the workflow may publish this commit and `release/`.

const {values} = parseArgs({options: {check: {type: 'boolean', default: false}}});
if (!values.check) {
	console.error(
		'npm run release -- --check looks whether this may be published; CONTRIBUTING says how it is.',
	);
	process.exit(2);
}

const release = {root, version: description.version};
for (const {name, problem} of releaseChecks) {
	const found = problem(release);
	console.log(found === undefined ? `OK      ${name}` : `FAILED  ${name}\n        ${found}`);
	process.exitCode = found === undefined ? (process.exitCode ?? 0) : 1;
}
