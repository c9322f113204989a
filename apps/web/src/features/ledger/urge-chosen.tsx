import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeError } from '../../ui/error/describe-error.ts';
import { UrgeDrawer } from '../../ui/urging/urge-drawer.tsx';
import type { Urged } from '../../ui/urging/urge-form.tsx';
import type { UrgePart } from '../../ui/urging/urge-part-list.tsx';
import { ChosenItemDocument } from './ledger-query.ts';

/** Items asked for in parallel. */
const atOnce = 8;

type UrgeChosenProps = { itemIds: readonly string[]; onClose: () => void; onUrged: (urged: Urged) => void };

/** 批量催办: the form of 催办 for the lead part of each chosen item, as they stand when it opens, and anew after some were refused. */
export function UrgeChosen({ itemIds, onClose, onUrged }: UrgeChosenProps) {
  const { t } = useTranslation(['ledger', 'errors']);
  const client = useApolloClient();
  const [parts, setParts] = useState<readonly UrgePart[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [reading, setReading] = useState(0);
  // What was chosen when it opened: those urged leave the choice of the ledger, and still have to be told here.
  const [ids] = useState(() => itemIds);
  useEffect(() => {
    let isShown = true;
    const read = async () => {
      const found: UrgePart[] = [];
      for (let from = 0; from < ids.length; from += atOnce) {
        const readOne = (id: string) => client.query({ query: ChosenItemDocument, variables: { id }, fetchPolicy: 'network-only' });
        for (const { data } of await Promise.all(ids.slice(from, from + atOnce).map(readOne))) {
          const item = data?.item;
          const lead = item?.parts.find(({ duty, viewerActs }) => duty === 'LEAD' && viewerActs.includes('URGE'));
          if (item && lead)
            found.push({
              itemId: item.id,
              partId: lead.id,
              version: item.version,
              number: item.number,
              title: item.title,
              unit: lead.unit.name,
            });
        }
      }
      if (!isShown) return;
      // At the second reading only versions are new.
      setParts((before) => (before ? before.map((part) => found.find(({ partId }) => partId === part.partId) ?? part) : found));
    };
    read().catch((error: unknown) => {
      if (isShown) setProblem(t(`errors:${describeError(error).kind}.title`));
    });
    return () => {
      isShown = false;
    };
  }, [client, ids, t, reading]);

  const closed = parts ? ids.length - parts.length : 0;
  const answer = (urged: Urged) => {
    onUrged(urged);
    if (urged.refused > 0) setReading(reading + 1);
  };
  return (
    <UrgeDrawer
      parts={problem ? [] : parts}
      note={
        <>
          {problem && <p role="alert">{problem}</p>}
          {closed > 0 && !problem && <p role="status">{t('urgeClosed', { count: closed })}</p>}
        </>
      }
      onClose={onClose}
      onAnswer={answer}
    />
  );
}
