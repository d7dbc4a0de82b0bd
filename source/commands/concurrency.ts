/** How many commands run side by side where nothing else is said. */
export const defaultConcurrency = 8;
