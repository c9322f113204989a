import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { formatPercent } from '../../ui/format.ts';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { dayInCity } from '../../ui/time-in-city.ts';
import styles from './openness.module.css';
import type { OpennessItem, OpennessRow } from './openness-query.ts';
import { useOpennessWords } from './openness-words.ts';

/** Columns of the room 公开审核: what the public will see, how it stands, and the way to look and act. */
export function useOpennessColumns(open: (item: OpennessItem) => void): LedgerColumn<OpennessRow>[] {
  const { t } = useTranslation(['openness', 'terms']);
  const english = useLanguage() === 'en';
  const stands = useOpennessWords();
  const promiseOf = ({ item }: OpennessRow) => (item.__typename === 'LivelihoodWorkItem' ? item.work?.promise : null) ?? '—';
  const by = (post: string | null | undefined, at: string | null | undefined) =>
    post && at ? (
      <>
        {post}
        <div className={styles.faint}>{dayInCity(at)}</div>
      </>
    ) : (
      '—'
    );
  const lastOf = ({ setBy, setAt, reviewedBy, reviewedAt, isTextChanged }: NonNullable<OpennessItem['openness']>) =>
    reviewedBy && reviewedAt && !isTextChanged
      ? t('reviewedBy', { post: reviewedBy, day: dayInCity(reviewedAt) })
      : t('setBy', { post: setBy, day: dayInCity(setAt) });
  return [
    { id: 'number', title: t('terms:number'), render: ({ item }) => item.number, look: 'code', width: 120, always: true, sticky: true },
    { id: 'title', title: t('terms:title'), render: ({ item }) => item.title, width: 200, main: true, always: true, sticky: true },
    {
      id: 'look',
      title: t('columns.look'),
      render: ({ item }) => {
        const act = t(item.viewerCanReviewOpenness ? 'acts.REVIEW' : item.viewerCanSetOpenness && !item.openness ? 'acts.SET' : 'look');
        return (
          <Button size="small" aria-label={t('actOn', { act, number: item.number })} onClick={() => open(item)}>
            {act}
          </Button>
        );
      },
      width: 116,
    },
    { id: 'promise', title: t('columns.promise'), render: promiseOf, width: 230 },
    {
      id: 'progress',
      title: t('columns.progress'),
      render: ({ item }) => (item.standing?.progressPercent == null ? '—' : formatPercent(item.standing.progressPercent / 100)),
      look: 'figure',
      width: 80,
    },
    { id: 'unit', title: t('terms:leadUnit'), render: ({ item }) => item.leadUnit.shortName, width: 110 },
    {
      id: 'openness',
      title: t('openness'),
      render: ({ item }) => (
        <>
          {stands(item)}
          {item.openness && <div className={styles.faint}>{lastOf(item.openness)}</div>}
          {item.openness?.reason && <div className={styles.faint}>{item.openness.reason}</div>}
        </>
      ),
      width: 210,
    },
    {
      id: 'set',
      title: t('columns.set'),
      render: ({ item }) => by(item.openness?.setBy, item.openness?.setAt),
      width: 170,
      hiddenAtFirst: true,
    },
    {
      id: 'review',
      title: t('columns.review'),
      render: ({ item }) => by(item.openness?.reviewedBy, item.openness?.reviewedAt),
      width: 150,
      hiddenAtFirst: true,
    },
    {
      id: 'programme',
      title: t('columns.programme'),
      render: ({ item }) => (english ? item.category?.nameEn : item.category?.name) ?? '—',
      width: 130,
      hiddenAtFirst: true,
    },
  ];
}
