/** The steps of a complaint, in order; each is a page under /complain. */
export const steps = ['whom', 'facts', 'files', 'person', 'send'] as const;
export type Step = (typeof steps)[number];

/** The address of a step, below the site's own. */
export const pathOfStep = (step: Step) => `/complain/${step}`;

const fieldsOf: Record<Step, readonly string[]> = {
  whom: ['unitId', 'concerns', 'classCode'],
  facts: ['facts', 'place', 'occurredOn', 'wish', 'people'],
  files: ['fileIds'],
  person: ['isNamed', 'name', 'phone', 'identityNumber', 'address'],
  send: ['secret', 'secretAgain'],
};

/** Where a field is asked; a field that no step asks (such as the ticket) is the last one's. */
export const stepOfField = (field: string): Step => steps.find((step) => fieldsOf[step].includes(field)) ?? 'send';
