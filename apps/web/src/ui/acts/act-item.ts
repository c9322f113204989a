import type { Day, DutyKind, ItemAction, ItemKind, ItemState, Light } from '@duban/rules/vocabulary';

/** What of a unit's report a judge needs to see. */
export type ActReport = {
  id: string;
  round: number;
  text: string;
  evidence: string | null;
  reportedAt: string;
  reportedBy: string;
  isSignedOff: boolean;
  verdict: 'ACCEPTED' | 'RETURNED' | null;
  attachments: readonly { id: string; name: string; href: string; mediaType: string; size: number }[];
};

/** What of a part its acts need. */
export type ActPart = {
  id: string;
  unit: { id: string; name: string };
  duty: DutyKind;
  state: ItemState;
  dueOn: Day;
  signDueOn: Day | null;
  extensionAskedTo: Day | null;
  extensionReason: string | null;
  returnReason: string | null;
  viewerActs: readonly ItemAction[];
  reports: readonly ActReport[];
};

/** What of an item its acts need: whatever page shows it asks for these. */
export type ActItem = {
  id: string;
  number: string;
  title: string;
  kind: ItemKind;
  version: number;
  viewerActs: readonly ItemAction[];
  leadUnit: { id: string; name: string };
  dutyPerson: string | null;
  standing: { state: ItemState; light: Light | null; computedLight: Light | null; dueOn: Day } | null;
  parts: readonly ActPart[];
};
