import { DownloadOutlined } from '@ant-design/icons';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { rungs } from '@duban/rules/urging';
import { useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UrgingRegisterQuery } from '../../gql/graphql.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { FilterBar } from '../../ui/filters/filter-bar.tsx';
import { LedgerTable } from '../../ui/ledger/ledger-table.tsx';
import type { LedgerColumn } from '../../ui/ledger/ledger-types.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { LadderMark } from '../../ui/urging/ladder-mark.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './urging.module.css';
import { type RegisterSlip, UrgingRegisterDocument } from './urging-query.ts';

const defaultSize = 50;
const exportPage = 200;

/** 催办台账: every slip, the newest first, by unit, rung, days and answer; with how many wait for one. */
export function RegisterPage() {
  const { t } = useTranslation(['urging', 'terms', 'tables']);
  const search = useSearch({ from: '/frame/urgings' });
  const { units } = useSession();
  const client = useApolloClient();
  const patch = useSearchPatch();
  const href = useHref();
  const [exporting, setExporting] = useState(false);
  const filter = {
    units: search.units ?? null,
    rungs: search.rungs ?? null,
    isAnswered: search.answered ? search.answered === 'yes' : null,
    from: search.from ?? null,
    to: search.to ?? null,
  };
  const size = search.size ?? defaultSize;
  const { data, previousData, error, refetch } = useQuery(UrgingRegisterDocument, {
    variables: { filter, first: size, after: search.after ?? null, before: search.before ?? null },
    fetchPolicy: 'cache-and-network',
  });
  if (error && !data) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  const page = (data ?? previousData)?.urgings;
  const answer = (slip: RegisterSlip) =>
    slip.answeredOn
      ? t('answeredOn', { day: slip.answeredOn })
      : slip.answerDueOn
        ? t('dueAnswer', { day: slip.answerDueOn })
        : t('unanswered');
  const columns: LedgerColumn<RegisterSlip>[] = [
    { id: 'number', title: t('columns.number'), render: (slip) => slip.number, look: 'code', width: 130, main: true, always: true },
    { id: 'rung', title: t('columns.rung'), render: (slip) => <LadderMark rung={slip.rung} />, width: 90 },
    { id: 'unit', title: t('columns.unit'), render: (slip) => slip.unitName, width: 140 },
    {
      id: 'item',
      title: t('columns.item'),
      render: (slip) => (
        <a href={href({ to: '/items/$number', params: { number: slip.itemNumber } })}>
          {slip.itemNumber} {slip.itemTitle}
        </a>
      ),
      width: 320,
    },
    { id: 'on', title: t('columns.on'), render: (slip) => slip.on, width: 110 },
    { id: 'overdue', title: t('columns.overdue'), render: (slip) => slip.overdueWorkingDays ?? '—', look: 'figure', width: 100 },
    { id: 'answer', title: t('columns.answer'), render: answer, width: 150 },
    { id: 'reason', title: t('columns.reason'), render: (slip) => slip.reason, width: 280, hiddenAtFirst: true },
  ];
  const download = async () => {
    setExporting(true);
    try {
      const slips: RegisterSlip[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const { data: next }: { data?: UrgingRegisterQuery | undefined } = await client.query({
          query: UrgingRegisterDocument,
          variables: { filter, first: exportPage, after, before: null },
          fetchPolicy: 'no-cache',
        });
        slips.push(...(next?.urgings.nodes ?? []));
        after = next?.urgings.pageInfo.endCursor ?? null;
        more = (next?.urgings.pageInfo.hasNextPage ?? false) && after !== null;
      }
      const { xlsxOf } = await import('../../ui/xlsx.ts');
      const names = ['number', 'rung', 'unit', 'itemNumber', 'item', 'on', 'overdue', 'answer', 'reason'] as const;
      const table = {
        columns: names.map((id) => ({ id, title: t(`columns.${id}`), numeric: id === 'overdue' })),
        rows: slips.map((slip) => ({
          id: slip.id,
          cells: [
            slip.number,
            t(`rungs.${slip.rung}`),
            slip.unitName,
            slip.itemNumber,
            slip.itemTitle,
            slip.on,
            slip.overdueWorkingDays,
            answer(slip),
            slip.reason,
          ],
        })),
      };
      saveFile(xlsxOf([table], { title: t('register'), subtitle: t('total', { count: slips.length }) }), `${t('register')}.xlsx`);
    } finally {
      setExporting(false);
    }
  };
  return (
    <>
      <PageHead
        title={t('register')}
        subtitle={t('registerSubtitle')}
        actions={
          <Button icon={<DownloadOutlined />} loading={exporting} onClick={() => void download()}>
            {t('export')}
          </Button>
        }
      />
      <FilterBar
        fields={[
          {
            kind: 'some',
            id: 'units',
            label: t('columns.unit'),
            options: units.map(({ id, shortName }) => ({ value: id, label: shortName })),
          },
          {
            kind: 'some',
            id: 'rungs',
            label: t('columns.rung'),
            options: rungs.map((rung) => ({ value: rung, label: t(`rungs.${rung}`) })),
          },
          {
            kind: 'one',
            id: 'answered',
            label: t('columns.answer'),
            options: [
              { value: 'yes', label: t('answered') },
              { value: 'no', label: t('unanswered') },
            ],
          },
          { kind: 'days', id: 'days', label: t('columns.on'), fromId: 'from', toId: 'to' },
        ]}
        values={search}
        onChange={(changes, options) => patch({ ...changes, after: undefined, before: undefined }, options)}
      />
      {page ? (
        <>
          <ul className={styles.counts}>
            {page.counts.map(({ rung, count, unanswered }) => (
              <li key={rung}>
                <LadderMark rung={rung} /> {t('slips', { count })}{' '}
                <span className={styles.faint}>{t('waiting', { count: unanswered })}</span>
              </li>
            ))}
          </ul>
          <LedgerTable
            id="urgings"
            caption={t('register')}
            rows={page.nodes}
            columns={columns}
            rowKey={(slip) => slip.id}
            href={(slip) => href({ to: '/urgings/$number', params: { number: slip.number } })}
            total={page.totalCount}
            pageInfo={page.pageInfo}
            size={size}
            onChange={patch}
            pending={!data}
            empty={<EmptyState why={t('none')} next={t('noneNext')} />}
          />
        </>
      ) : (
        <Skeleton rows={10} height={420} />
      )}
    </>
  );
}
