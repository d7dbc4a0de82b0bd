/**
 * The door: reads argv, picks a command, sets the exit code. It imports nothing by itself, so that a Node which is too
 * old can still read it and say so.
 */
const oldestNode = 22;

async function main(): Promise<number> {
	const [major = '0'] = process.versions.node.split('.');
	if (Number(major) < oldestNode) {
		process.stderr.write(
			`classic-credentials needs Node ${oldestNode} or newer; this is Node ${process.versions.node}.\n`,
		);
		return 3;
	}

	const {dispatch} = await import('./source/commands/dispatch.ts');
	return dispatch(process, import.meta.dirname);
}

main().then(
	(status) => {
		// Ink's timers would keep the process for a moment; everything has been written when a command returns.
		process.exit(status);
	},
	() => {
		process.exit(1);
	},
);
