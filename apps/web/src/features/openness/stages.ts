/** Stages of a work on its way to the public, in the order of the page; ALL: whichever. */
export const opennessStages = ['UNSET', 'WAITING', 'REJECTED', 'PUBLISHED', 'KEPT'] as const;
export const shownStages = [...opennessStages, 'ALL'] as const;
