/**
 * Node's own debug output (`NODE_DEBUG`) writes the arguments of children and what is typed to standard
 * error, keys included, and cannot be switched off once Node runs. Each message is one write that begins with
 * its area and the process id, as nothing of ours does; those writes are dropped.
 */
export function muteNode(process: NodeJS.Process): void {
	if (process.env['NODE_DEBUG'] === undefined) {
		return;
	}

	const {stderr, pid} = process;
	const message = new RegExp(String.raw`^[A-Z\d_-]+ (?:\u001B\[\d+m)?${pid}(?:\u001B\[\d+m)?(?:: | \[)`, 'u');
	const write = stderr.write.bind(stderr) as (...rest: readonly unknown[]) => boolean;
	Object.assign(stderr, {
		write: (...args: readonly unknown[]): boolean =>
			typeof args[0] === 'string' && message.test(args[0]) ? true : write(...args),
	});
}
