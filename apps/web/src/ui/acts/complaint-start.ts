import type { ActValues } from './act-draft.ts';
import type { ActMutation } from './act-spec.ts';
import type { ActComplaintItem } from './complaint-query.ts';

/** What the form of an act on a complaint starts with: what was said or decided already is not typed again. */
export function complaintStart(mutation: ActMutation, { category, complaints }: ActComplaintItem): ActValues {
  const [first] = complaints;
  if (!first) return {};
  switch (mutation) {
    case 'takeOnComplaint':
      return {
        category: category?.code ?? null,
        complainedUnitId: first.complainedUnit?.id ?? null,
        // What a ledger brought in has facts already.
        facts: complaints.flatMap(({ facts, statement }) => facts || (statement?.draftFacts ?? [])).join('\n\n') || null,
      };
    case 'recordFinding':
      return { finding: first.finding, measures: first.measures, sanction: first.sanction };
    default:
      return {};
  }
}

/** How many complaints an act on the item answers: its own, and those of the items merged into it. */
export function answeredCount({ complaints, links }: ActComplaintItem): number {
  const merged = links.filter(({ why, isOrigin }) => why === 'MERGED' && isOrigin);
  return merged.reduce((count, { item }) => count + ('complaints' in item ? item.complaints.length : 0), complaints.length);
}
