/** Returns the path of a hop, which follows its mode, owner and group. */
export function placeOf(hop: string | undefined | false): string | undefined {
	return hop === false ? undefined : hop?.replace(/^\S{10} \d+ \d+ /u, '');
}
