/** Returns the CPU milliseconds of `run`: what else the machine does meanwhile does not count. */
export function processorTime(run: () => void): number {
	const before = process.cpuUsage();
	run();
	const {user, system} = process.cpuUsage(before);
	return (user + system) / 1000;
}
