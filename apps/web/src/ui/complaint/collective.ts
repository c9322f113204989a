/** From so many people on it is 集体投诉, as the figures count it. */
export const collectiveFrom = 5;
