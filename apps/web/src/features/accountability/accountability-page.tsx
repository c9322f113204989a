import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { useApolloClient, useQuery } from '@apollo/client/react';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { Panel } from '../../ui/panel/panel.tsx';
import { RecordSheetDrawer } from '../../ui/record-sheet/record-sheet-drawer.tsx';
import { useSession } from '../../ui/session.ts';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import styles from './accountability.module.css';
import { AccountabilityFiguresDocument } from './accountability-query.ts';
import { KeyFigures } from './key-figures.tsx';
import { MonthRow } from './month-row.tsx';
import { RecordDrawer } from './record-drawer.tsx';
import { RecordForm } from './record-form.tsx';
import { Register } from './register.tsx';
import { UnitFormMatrix } from './unit-form-matrix.tsx';

/** What the page tells of an act just done. */
type Told = { act: 'done' | 'corrected' | 'revoked'; number: string };

/** Accountability (policy 2(2)5): the figures, the register below them, one record beside it, and its forms for inspection. */
export function AccountabilityPage() {
  const { t } = useTranslation(['accountability', 'nav']);
  const search = useSearch({ from: '/frame/accountability' });
  const { viewer, asOf, isPast } = useSession();
  const client = useApolloClient();
  const patch = useSearchPatch();
  const [told, setTold] = useState<Told | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const isOpen = viewer.accountability !== 'NONE';
  const { data, previousData, error, refetch } = useQuery(AccountabilityFiguresDocument, {
    variables: { asOf: search.asOf ?? null, within: search.scope ?? null },
    fetchPolicy: 'cache-and-network',
    skip: !isOpen,
  });
  if (!isOpen)
    return (
      <>
        <PageHead title={t('nav:accountability')} />
        <EmptyState why={t('notYours')} />
      </>
    );
  const figures = data ?? previousData;
  const keeps = viewer.accountability === 'KEEP' && !isPast;
  const tell = async (done: Told) => {
    setTold(done);
    await client.refetchQueries({ include: ['AccountabilityFigures', 'AccountabilityRegister'] });
  };
  return (
    <div className={styles.page}>
      <PageHead
        title={t('nav:accountability')}
        subtitle={viewer.role === 'UNIT_HEAD' ? t('subtitleUnit') : t('subtitle')}
        actions={
          keeps && (
            <>
              <Button icon={<UploadOutlined />} onClick={() => setIsImporting(true)}>
                {t('import')}
              </Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => patch({ new: true, record: undefined })}>
                {t('create')}
              </Button>
            </>
          )
        }
      />
      {told && (
        <Alert
          type="success"
          showIcon
          closable={{ onClose: () => setTold(null) }}
          title={t(`form.${told.act}`, { number: told.number })}
          action={
            <Button size="small" onClick={() => patch({ record: told.number })}>
              {t('form.see')}
            </Button>
          }
        />
      )}
      {error && !figures && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      {!figures && !error && <Skeleton rows={8} height={360} />}
      {figures && (
        <>
          <KeyFigures figures={figures} scope={search.scope} />
          {figures.accountabilityHeads.total > 0 && (
            <>
              <Panel id="matrix" title={t('matrix.title')} unit={t('people')} asOf={asOf} note={t('matrix.note')}>
                <UnitFormMatrix {...figures} />
              </Panel>
              <Panel id="months" title={t('months.title')} unit={t('people')} asOf={asOf} note={t('months.note')}>
                <MonthRow months={figures.accountabilityMonths} />
              </Panel>
            </>
          )}
        </>
      )}
      <Panel id="register" title={t('register')} asOf={asOf} chart={false}>
        <Register search={search} scope={search.scope} forms={figures?.accountabilityForms ?? []} />
      </Panel>
      {search.record && !search.new && (
        <RecordDrawer
          number={search.record}
          keeps={keeps}
          onChanged={(act, number) => void tell({ act, number })}
          onClose={() => patch({ record: undefined })}
        />
      )}
      {isImporting && keeps && (
        <RecordSheetDrawer
          kind="ACCOUNTABILITY"
          name={t('register')}
          onClose={() => setIsImporting(false)}
          onTaken={() => void client.refetchQueries({ include: ['AccountabilityFigures', 'AccountabilityRegister'] })}
        />
      )}
      {search.new && keeps && (
        <SideDrawer title={t('form.titleCreate')} onClose={() => patch({ new: undefined })}>
          <RecordForm
            itemNumber={search.item ?? ''}
            onDone={(number) => {
              patch({ new: undefined, item: undefined });
              void tell({ act: 'done', number });
            }}
            onClose={() => patch({ new: undefined })}
          />
        </SideDrawer>
      )}
    </div>
  );
}
