import { useMutation } from '@apollo/client/react';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref } from '../../ui/use-href.ts';
import { useWords } from '../item/use-words.ts';
import { type Raiser, type Raising, RevealRaiserDocument } from './dossier-query.ts';
import styles from './public-problems.module.css';

const ReasonDrawer = lazy(() => import('../item/reason-drawer.tsx').then((module) => ({ default: module.ReasonDrawer })));

type RaisingsProps = { raisings: readonly Raising[]; mayReveal: boolean };

/**
 * Every raising with its number, day and answer. 查看反映人 asks why first: what is shown stays on this screen, goes into no cache, and each look
 * is recorded.
 */
export function Raisings({ raisings, mayReveal }: RaisingsProps) {
  const { t } = useTranslation(['public-problems', 'terms']);
  const { term } = useWords();
  const href = useHref();
  const [asking, setAsking] = useState<string | null>(null);
  const [shown, setShown] = useState<Readonly<Record<string, Raiser>>>({});
  const [mutate] = useMutation(RevealRaiserDocument, { fetchPolicy: 'no-cache' });
  const look = async (reason: string): Promise<string | null> => {
    const { data } = await mutate({ variables: { itemId: asking!, reason } });
    const answer = data?.answer;
    if (answer?.__typename === 'InputError') return answer.fields[0]?.message ?? t('raisings.failed');
    if (answer?.__typename !== 'Raiser') return answer?.message ?? t('raisings.failed');
    setShown((now) => ({ ...now, [answer.itemId]: answer }));
    setAsking(null);
    return null;
  };
  return (
    <section className={styles.scroll} aria-label={t('raisings.of')}>
      <table className={`${styles.table} ${styles.plain}`}>
        <caption className="visually-hidden">{t('raisings.of')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('terms:number')}</th>
            <th scope="col">{t('fields.raisedOn')}</th>
            <th scope="col">{t('fields.channel')}</th>
            <th scope="col">{t('raisings.answeredOn')}</th>
            <th scope="col">{t('fields.raiserName')}</th>
          </tr>
        </thead>
        <tbody>
          {raisings.map(({ itemId, number, raisedOn, channel, answeredOn, hasRaiser, maskedPhone }) => {
            const person = shown[itemId];
            return (
              <tr key={itemId}>
                <th scope="row">
                  <a href={href({ to: '/items/$number', params: { number } })}>{number}</a>
                </th>
                <td>{raisedOn}</td>
                <td>{term('public-problem-channel', channel)}</td>
                <td>{answeredOn ?? <span className={styles.faint}>{t('raisings.notAnswered')}</span>}</td>
                <td className="no-print">
                  {person ? (
                    <span role="status">
                      {[person.name, person.phone].filter(Boolean).join(' ') || t('raisings.erased')}{' '}
                      <Button size="small" type="link" onClick={() => setShown(({ [itemId]: _hidden, ...rest }) => rest)}>
                        {t('raisings.hide')}
                      </Button>
                    </span>
                  ) : (
                    <>
                      {!hasRaiser && <span className={styles.faint}>{t('raisings.nobody')}</span>}
                      {hasRaiser && (maskedPhone ?? t('raisings.masked'))}
                      {hasRaiser && mayReveal && (
                        <Button size="small" type="link" aria-label={t('raisings.revealOf', { number })} onClick={() => setAsking(itemId)}>
                          {t('raisings.reveal')}
                        </Button>
                      )}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {asking && (
        <Suspense fallback={null}>
          <ReasonDrawer title={t('raisings.reveal')} note={t('raisings.willBeRecorded')} look={look} onClose={() => setAsking(null)} />
        </Suspense>
      )}
    </section>
  );
}
