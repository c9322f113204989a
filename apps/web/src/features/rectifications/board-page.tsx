import { EditOutlined, PlusOutlined } from '@ant-design/icons';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useParams, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { useSession } from '../../ui/session.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { BoardDrawers } from './board-drawers.tsx';
import { BoardPanels } from './board-panels.tsx';
import styles from './rectifications.module.css';
import { RectificationBoardDocument } from './rectifications-query.ts';
import { problemsOf, useScope } from './scope.ts';

/** The board of one special rectification: stages, figures, months, units, disorders, counties, and the rows behind them. */
export function BoardPage() {
  const { t } = useTranslation(['rectifications', 'nav']);
  const english = useLanguage() === 'en';
  const { code } = useParams({ from: '/frame/rectifications/$code' });
  const search = useSearch({ from: '/frame/rectifications/$code' });
  const { asOf, isPast } = useSession();
  const client = useApolloClient();
  const href = useHref();
  const patch = useSearchPatch();
  const scope = useScope(search.scope);
  const [told, setTold] = useState<ReactNode>(null);
  const { data, previousData, error, refetch } = useQuery(RectificationBoardDocument, {
    variables: { code, asOf: search.asOf ?? null, ...scope, problems: { ...scope.filter, ...problemsOf(code) } },
    fetchPolicy: 'cache-and-network',
  });
  const shown = data ?? (previousData?.rectification?.code === code ? previousData : undefined);
  const crumbs = [{ label: t('nav:rectifications'), href: href({ to: '/rectifications' }) }];
  if (error && !shown) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="page" />;
  if (!shown)
    return (
      <>
        <PageHead title={t('nav:rectifications')} crumbs={crumbs} />
        <Skeleton rows={8} height={420} />
      </>
    );
  const board = shown.rectification;
  if (!board)
    return (
      <>
        <PageHead title={t('nav:rectifications')} crumbs={crumbs} />
        <EmptyState why={t('refusals.notFound')} />
      </>
    );
  const mayList = board.leadUnit !== null && (board.unitsToList === null || board.unitsToList.length > 0);
  const readAnew = () => client.refetchQueries({ include: ['RectificationBoard'] });
  const done = async (message: ReactNode) => {
    setTold(message);
    await readAnew();
  };
  return (
    <div className={styles.page}>
      <PageHead
        title={english ? board.nameEn : board.name}
        crumbs={crumbs}
        subtitle={board.leadUnit ? [t('lead', { unit: board.leadUnit.shortName }), board.goal].filter(Boolean).join(' · ') : t('notSetUp')}
        actions={
          !isPast && (
            <>
              {board.access !== 'NONE' && (
                <Button icon={<EditOutlined />} onClick={() => patch({ drawer: 'settings' })}>
                  {t(board.version === 0 ? 'setUp' : board.access === 'ALL' ? 'board.edit' : 'board.editStages')}
                </Button>
              )}
              {mayList && (
                <Button icon={<PlusOutlined />} onClick={() => patch({ drawer: 'problem' })}>
                  {t('list.action')}
                </Button>
              )}
              {board.unitsToEnter.length > 0 && board.months.length > 0 && (
                <Button
                  type="primary"
                  onClick={() => patch({ enter: board.unitsToEnter[0], of: firstOwed(shown.rectificationEntries, board) })}
                >
                  {t('form.title')}
                </Button>
              )}
            </>
          )
        }
      />
      {told && <Alert type="success" showIcon closable={{ onClose: () => setTold(null) }} title={told} />}
      <BoardPanels data={shown} board={board} asOf={asOf} search={search} canChange={!isPast} />
      <BoardDrawers
        board={board}
        entries={shown.rectificationEntries}
        search={search}
        canChange={!isPast}
        onDone={(message) => void done(message)}
        onTaken={() => void readAnew()}
      />
    </div>
  );
}

/** The month that the first of the viewer's units should report next: the oldest not reported, else the last. */
function firstOwed(
  entries: readonly { unitId: string; month: string; state: string }[],
  { unitsToEnter, months }: { unitsToEnter: readonly string[]; months: readonly string[] },
): string | undefined {
  const entered = new Set(
    entries.filter(({ unitId, state }) => unitId === unitsToEnter[0] && state === 'ENTERED').map(({ month }) => month),
  );
  return months.find((month) => !entered.has(month)) ?? months.at(-1);
}
