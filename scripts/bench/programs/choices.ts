/** What the programs that are compared let choose. */
export const choices = ['Alpha', 'Beta', 'Gamma'] as const;
