/** Does something so many times, one after the other, and gives what came of each. */
export async function inTurn<Result>(
	times: number,
	once: (round: number) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	for (let round = 0; round < times; round += 1) {
		// They would disturb each other.
		// oxlint-disable-next-line no-await-in-loop
		results.push(await once(round));
	}

	return results;
}
