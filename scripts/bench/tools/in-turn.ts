/** Runs `once` this many times in sequence and returns its results. */
export async function inTurn<Result>(
	times: number,
	once: (round: number) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (let round = 0; round < times; round += 1) {
		// oxlint-disable-next-line no-await-in-loop -- side by side they would disturb each other
		results.push(await once(round));
	}

	return results;
}
