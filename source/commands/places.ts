import path from 'node:path';
import envPaths from 'env-paths';

/** Directories of our own, as the platform has them. */
export interface Places {
	/** Private copies and rehearsals: mode 0700, emptied at every end. */
	readonly privateDirectories: string;
	/** The journal. */
	readonly state: string;
}

/** @returns the directories of this operator on this platform; makes none of them. */
export function ownPlaces(): Places {
	const paths = envPaths('classic-credentials', {suffix: ''});
	// On Linux `log` is the state directory of the XDG specification.
	return {privateDirectories: path.join(paths.cache, 'private'), state: paths.log};
}
