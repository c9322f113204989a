/** The two lists of disorders, by their dictionary: the 三乱 of the roads (policy 2(4)3) and those of enforcement (policy 3(4)). */
export const disorderLists = ['road-disorder', 'enforcement-disorder'] as const;
export type DisorderList = (typeof disorderLists)[number];

const listOfRectification: Readonly<Record<string, DisorderList>> = { '3': 'enforcement-disorder', '4': 'road-disorder' };

/** The list from which a problem of this rectification (code of `rectification-campaign`) takes its kind of disorder; null: it has none. */
export function disorderListOf(rectification: string | null): DisorderList | null {
  return (rectification && listOfRectification[rectification]) || null;
}
