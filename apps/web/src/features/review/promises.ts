import type { ReviewedItem } from './review-query.ts';

/** One thing that was promised: the key of its label, and the text. */
export type Promise = {
  label:
    | 'cause'
    | 'measure'
    | 'standard'
    | 'background'
    | 'plan'
    | 'matter'
    | 'target'
    | 'promise'
    | 'investor'
    | 'facts'
    | 'instruction'
    | 'instructedBy';
  text: string;
};

/** What the unit owes by its register's own row, in the order in which a reviewer reads it. */
export function promisesOf(item: ReviewedItem): Promise[] {
  const given: [Promise['label'], string | null | undefined][] = (() => {
    switch (item.__typename) {
      case 'StyleProblemItem':
        return [
          ['cause', item.style?.cause],
          ['measure', item.style?.measure],
          ['standard', item.style?.standard],
        ];
      case 'HardProblemItem':
        return [
          ['background', item.problem?.background],
          ['plan', item.problem?.plan],
        ];
      case 'LivelihoodWorkItem':
        return [
          ['matter', item.work?.matter],
          ['target', item.work && `${item.work.quantity} ${item.work.quantityUnit}`],
          ['promise', item.work?.promise],
        ];
      case 'ServiceProjectItem':
        return [['investor', item.project?.investor]];
      case 'ComplaintItem':
        return item.complaints.map(({ facts }) => ['facts', facts]);
      case 'SupervisionTaskItem':
        return [
          ['instructedBy', item.task?.instructedBy],
          ['instruction', item.task?.instruction],
          ['standard', item.task?.standard],
        ];
      default:
        return [];
    }
  })();
  return given.flatMap(([label, text]) => (text ? [{ label, text }] : []));
}
