import { useMutation } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import type { RevealComplainantMutation } from '../../gql/graphql.ts';
import { revealComplainantMutation } from './complainant-query.ts';
import { ReasonDrawer } from './reason-drawer.tsx';

export type Revealed = Extract<RevealComplainantMutation['revealComplainant'], { __typename: 'Complainant' }>;

type RevealDrawerProps = { complaintId: string; onClose: () => void; onRevealed: (person: Revealed) => void };

/** Asks why one looks at who complained, and says that it is recorded. */
export function RevealDrawer({ complaintId, onClose, onRevealed }: RevealDrawerProps) {
  const { t } = useTranslation('item');
  const [mutate] = useMutation(revealComplainantMutation, { fetchPolicy: 'no-cache' });
  const look = async (reason: string): Promise<string | null> => {
    const { data } = await mutate({ variables: { complaintId, reason } });
    const answer = data?.revealComplainant;
    if (answer?.__typename === 'InputError') return answer.fields[0]?.message ?? t('complainant.reasonRequired');
    if (answer?.__typename !== 'Complainant') return answer?.message ?? null;
    onRevealed(answer);
    return null;
  };
  return <ReasonDrawer title={t('complainant.reveal')} note={t('complainant.willBeRecorded')} look={look} onClose={onClose} />;
}
