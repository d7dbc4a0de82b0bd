/** The choices that the compared programs offer. */
export const choices = ['Alpha', 'Beta', 'Gamma'] as const;
