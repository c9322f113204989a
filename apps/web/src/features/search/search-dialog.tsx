import { useQuery } from '@apollo/client/react';
import { useRouter } from '@tanstack/react-router';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/error/error-notice.tsx';
import { LightShape } from '../../ui/light-shape.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './search.module.css';
import { ItemSearchDocument } from './search-query.ts';
import { type Answer, useAnswers } from './use-answers.ts';
import { useRested } from './use-rested.ts';

/** Search over all items and units: typed text, arrow keys, Enter; Esc closes. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ledger');
  const router = useRouter();
  const href = useHref();
  const { asOf, isPast } = useSession();
  const listId = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const rested = useRested(useDeferredValue(text.trim()), 180);
  const { data, previousData, error, refetch } = useQuery(ItemSearchDocument, {
    variables: { text: rested, asOf: isPast ? asOf : null },
    skip: rested === '',
  });
  const items = rested === '' ? [] : ((data ?? previousData)?.items.nodes ?? []);
  const answers = useAnswers(rested, items);
  const open = (answer: Answer | undefined) => {
    const to = answer?.href ?? (rested && href({ to: '/items', search: { text: rested } }));
    if (!to) return;
    onClose();
    void router.navigate({ href: to });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (answers.length > 0) setAt((at + step + answers.length) % answers.length);
    } else if (event.key === 'Enter') open(answers[at]);
  };
  return (
    <Modal open onCancel={onClose} footer={null} closable={false} title={t('search.title')} width={640} style={{ top: 72 }} destroyOnHidden>
      <Input
        autoFocus
        allowClear
        size="large"
        value={text}
        placeholder={t('search.placeholder')}
        aria-label={t('search.title')}
        role="combobox"
        aria-expanded={answers.length > 0}
        aria-controls={listId}
        aria-activedescendant={answers[at] ? `${listId}-${at}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} tier="panel" />}
      <div id={listId} role="listbox" aria-label={t('search.results')} className={styles.list} aria-busy={rested !== text.trim()}>
        {answers.map((answer, index) => (
          <a
            key={answer.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.answer}
            href={answer.href}
            onClick={onClose}
            onMouseMove={() => setAt(index)}
          >
            <span className={styles.light}>{answer.light && <LightShape light={answer.light} size={9} />}</span>
            <span className={styles.code}>{answer.code}</span>
            <span className={styles.title}>{answer.title}</span>
            <span className={styles.unit}>{answer.note}</span>
          </a>
        ))}
      </div>
      <p className={styles.hint} role="status">
        {rested === '' ? t('search.hint') : answers.length === 0 && data ? t('search.nothing', { text: rested }) : t('search.keys')}
      </p>
    </Modal>
  );
}
