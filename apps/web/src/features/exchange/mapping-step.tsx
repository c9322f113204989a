import { useApolloClient, useQuery } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportTabLayoutInput } from '../../gql/graphql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { describeError } from '../../ui/error/describe-error.ts';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { newRequestId } from '../../ui/request-id.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import styles from './mapping.module.css';
import { draftTabs, dropColumns, type Edits, mapColumn, setConstant, tabInputs, withLayout } from './mapping-draft.ts';
import { ImportMappingDocument, SetImportMappingDocument } from './mapping-query.ts';
import { MappingTab } from './mapping-tab.tsx';

type MappingStepProps = {
  runId: string;
  /** Told when the file is being checked by what was said. */
  onSent: () => void;
  /** What else may be done, beside the button that sends. */
  extra?: React.ReactNode;
};

/** 列对应: a person says what each column of the file is, before the file is checked by it. */
export function MappingStep({ runId, onSent, extra }: MappingStepProps) {
  const { t } = useTranslation(['exchange', 'errors']);
  const english = useLanguage() === 'en';
  const client = useApolloClient();
  const [layouts, setLayouts] = useState<readonly ImportTabLayoutInput[]>([]);
  const [edits, setEdits] = useState<Edits>({});
  const [remember, setRemember] = useState(true);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [requestId, setRequestId] = useState(newRequestId);
  const [busy, setBusy] = useState(false);
  const { data, previousData, loading, error, refetch } = useQuery(ImportMappingDocument, {
    variables: { id: runId, layouts: layouts.length > 0 ? [...layouts] : null },
    // The samples are people's words: they aren't kept.
    fetchPolicy: 'no-cache',
  });
  const found = data ?? previousData;
  if (error && !found) return <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />;
  if (!found) return <Skeleton rows={8} />;
  const mapping = found.importRun?.mapping;
  if (!mapping) return <EmptyState why={t('mapping.notYours')} />;

  const drafts = draftTabs(mapping, edits);
  // What was changed is another request than what was refused.
  const change = (next: Edits) => {
    setEdits(next);
    setProblems({});
    setRequestId(newRequestId());
  };
  const send = async () => {
    setBusy(true);
    setProblems({});
    try {
      const { data: told } = await client.mutate({
        mutation: SetImportMappingDocument,
        variables: { id: runId, requestId, version: mapping.version, tabs: tabInputs(drafts), remember },
      });
      const answer = told?.setImportMapping;
      if (answer?.__typename === 'ImportRun') return onSent();
      if (answer?.__typename === 'InputError') {
        const sentence = (code: string, message: string) =>
          english ? t(`mapping.problems.${code}` as 'mapping.problems.REQUIRED_UNMAPPED', { defaultValue: message }) : message;
        setProblems(Object.fromEntries(answer.fields.map(({ field, code, message }) => [field, sentence(code, message)])));
      } else if (answer) setProblems({ form: answer.message });
      setRequestId(newRequestId());
    } catch (failure) {
      const { kind } = describeError(failure);
      setProblems({ form: `${t(`errors:${kind}.title`)} ${t(`errors:${kind}.next`)}` });
    } finally {
      setBusy(false);
    }
  };
  const lacking = drafts.flatMap(({ missing, constants }) => missing.filter(({ key }) => (constants[key] ?? '').trim() === ''));
  const count = Object.keys(problems).filter((field) => field !== 'form' && field !== 'tabs').length;
  return (
    <div className={styles.step} aria-busy={loading || busy}>
      <p>
        {t(mapping.source === 'GUESSED' ? 'mapping.why' : mapping.source === 'REMEMBERED' ? 'mapping.whyRemembered' : 'mapping.whySet')}
      </p>
      {drafts.map((draft, index) => (
        <MappingTab
          key={draft.tab.name}
          draft={draft}
          sheets={mapping.sheets}
          problems={partsOf(problems, index)}
          onLayout={(layout) => {
            setLayouts(withLayout(layouts, layout));
            change(dropColumns(edits, layout.tab));
          }}
          onColumn={(at, key) => change(mapColumn(draft, edits, at, key))}
          onConstant={(key, value) => change(setConstant(draft, edits, key, value))}
        />
      ))}
      <div className={styles.end}>
        <p role="status">
          {lacking.length > 0
            ? t('mapping.lacking', {
                columns: lacking.map(({ header, headerEn }) => (english ? headerEn : header)).join(english ? ', ' : '、'),
              })
            : t('mapping.ready')}
        </p>
        <Checkbox
          checked={remember}
          onChange={({ target }) => {
            setRemember(target.checked);
            setRequestId(newRequestId());
          }}
        >
          {t('mapping.remember')}
        </Checkbox>
        <p className={styles.faint}>{t(remember ? 'mapping.rememberHelp' : 'mapping.forgetHelp')}</p>
        <div className={styles.actions}>
          <Button type="primary" loading={busy} onClick={() => void send()}>
            {t('mapping.send')}
          </Button>
          {extra}
        </div>
        <div role="alert" className={styles.problem}>
          {[problems.form, problems.tabs, problems.requestId, count > 0 ? t('mapping.wrong', { count }) : ''].filter(Boolean).join(' ')}
        </div>
      </div>
    </div>
  );
}

/** The sentences of one tab, by its parts. */
function partsOf(problems: Readonly<Record<string, string>>, tab: number): Record<string, string> {
  const start = `tabs.${tab}.`;
  return Object.fromEntries(
    Object.entries(problems).flatMap(([field, sentence]) => (field.startsWith(start) ? [[field.slice(start.length), sentence]] : [])),
  );
}
