import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MenuButton } from '../menu-button.tsx';
import { useSession } from '../session.ts';
import { UrgedNotice } from '../urging/urged-notice.tsx';
import { phone, useMediaQuery } from '../use-media-query.ts';
import { draftName, dropDraft, readDraft, writeDraft } from './act-draft.ts';
import type { ActItem } from './act-item.ts';
import styles from './acts.module.css';
import { attemptFor } from './attempt.ts';
import { ConflictNotice } from './conflict-notice.tsx';
import { type DoneAct, DoneNotice } from './done-notice.tsx';
import { arrange, keyOf, type OpenAct, openActsOf, urgeableOf } from './open-acts.ts';
import { type ActOutcome, type ActRefusal, useAct } from './use-act.ts';
import { useActWords } from './use-act-words.ts';

const ActDrawer = lazy(() => import('./act-drawer.tsx').then((module) => ({ default: module.ActDrawer })));
const UrgeDrawer = lazy(() => import('../urging/urge-drawer.tsx').then((module) => ({ default: module.UrgeDrawer })));

type ActBarProps = {
  item: ActItem;
  /** Reads the item anew. */
  refresh: () => Promise<unknown>;
  /** 回避: the item is no longer for the viewer to see. */
  onLeft?: () => void;
};

/**
 * What the viewer may do now, always in sight at the bottom of the page: the main act at the right, rare ones behind 更多. Acts that ask for
 * nothing are done at once; the others open their form. On a past day nothing is offered.
 */
export function ActBar({ item, refresh, onLeft }: ActBarProps) {
  const { t } = useTranslation(['acts', 'common']);
  const { isPast, viewer } = useSession();
  const words = useActWords();
  const narrow = useMediaQuery(phone);
  const send = useAct();
  const [opened, setOpened] = useState<OpenAct | null>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const [done, setDone] = useState<DoneAct | null>(null);
  const [refused, setRefused] = useState<{ act: OpenAct; refusal: ActRefusal } | null>(null);

  const [isUrging, setIsUrging] = useState(false);
  const [slips, setSlips] = useState<readonly string[]>([]);

  const acts = isPast ? [] : openActsOf(item);
  const urgeable = isPast ? [] : urgeableOf(item);
  const { shown, more } = arrange(acts, narrow ? 2 : 4, words.isOffice, item.standing?.state);
  const isJoint = new Set(acts.map(({ part }) => part?.id).filter(Boolean)).size > 1;
  const nameOf = (act: OpenAct) =>
    isJoint && act.part ? t('ofUnit', { unit: act.part.unit.name, act: words.verb(act.spec) }) : words.verb(act.spec);

  const finish = async (act: OpenAct, outcome: Extract<ActOutcome, { kind: 'DONE' }>) => {
    setOpened(null);
    if (act.spec.action === 'STEP_ASIDE' && onLeft) return onLeft();
    setDone({ spec: act.spec, partId: act.part?.id ?? null, outcome });
    await refresh().catch(() => undefined);
  };
  const doNow = async (act: OpenAct, version = item.version) => {
    const name = draftName(viewer.id, item.id, keyOf(act));
    const content = { itemId: item.id, ...(act.part ? { partId: act.part.id } : {}), version };
    const attempt = attemptFor(JSON.stringify(content), readDraft(name)?.attempt);
    writeDraft(name, { values: {}, attempt });
    setBusy(keyOf(act));
    setRefused(null);
    setDone(null);
    const outcome = await send(act.spec.mutation, { ...content, requestId: attempt.requestId });
    setBusy(null);
    if (outcome.kind !== 'DONE') return setRefused({ act, refusal: outcome });
    dropDraft(name);
    await finish(act, outcome);
  };
  const choose = (act: OpenAct) => {
    setRefused(null);
    setSlips([]);
    if (act.spec.fields.length === 0 && !act.spec.shows) return void doNow(act);
    setDone(null);
    setOpened(act);
  };
  const goOn = async () => {
    setBusy('refresh');
    await refresh().catch(() => undefined);
    setBusy(null);
    setRefused(null);
  };

  const [main, ...side] = shown;
  if (acts.length === 0 && urgeable.length === 0 && !done && !opened && !refused && !isUrging && slips.length === 0) return null;
  return (
    <section className={`${styles.bar} no-print`} aria-label={t('bar')}>
      <div className={styles.words}>
        {done && <DoneNotice key={`${done.spec.mutation}${item.version}`} done={done} />}
        {slips.length > 0 && <UrgedNotice slips={slips} />}
        {refused?.refusal.kind === 'CONFLICT' && (
          <ConflictNotice changes={refused.refusal.changes} busy={busy === 'refresh'} onContinue={() => void goOn()} />
        )}
        {refused && refused.refusal.kind !== 'CONFLICT' && (
          <p role="alert" className={styles.notice}>
            {refused.refusal.kind === 'PROBLEMS'
              ? refused.refusal.problems.map((problem) => words.problem(problem, undefined, refused.act.part, item)).join(' ')
              : words.refusal(refused.refusal)}
          </p>
        )}
      </div>
      <div className={styles.acts}>
        {more.length > 0 && (
          <MenuButton label={t('common:more')} className={styles.more} groups={groupsOf(more)} placement="bottomRight">
            {t('common:more')} <span aria-hidden="true">▴</span>
          </MenuButton>
        )}
        {urgeable.length > 0 && (
          <Button
            onClick={() => {
              setDone(null);
              setRefused(null);
              setSlips([]);
              setIsUrging(true);
            }}
          >
            {t('urge')}
          </Button>
        )}
        {[...side].reverse().map((act) => (
          <Button key={keyOf(act)} loading={busy === keyOf(act)} onClick={() => choose(act)}>
            {nameOf(act)}
          </Button>
        ))}
        {main && (
          <Button type="primary" loading={busy === keyOf(main)} onClick={() => choose(main)}>
            {nameOf(main)}
          </Button>
        )}
      </div>
      {opened && (
        <Suspense fallback={null}>
          <ActDrawer
            item={item}
            act={opened}
            refresh={refresh}
            onClose={() => setOpened(null)}
            onDone={(outcome) => void finish(opened, outcome)}
          />
        </Suspense>
      )}
      {isUrging && (
        <Suspense fallback={null}>
          <UrgeDrawer
            parts={urgeable}
            onClose={() => setIsUrging(false)}
            onAnswer={(urged) => {
              setSlips((before) => [...before, ...urged.slips]);
              if (urged.refused === 0) setIsUrging(false);
              refresh().catch(() => undefined);
            }}
          />
        </Suspense>
      )}
    </section>
  );

  function groupsOf(list: readonly OpenAct[]) {
    const entry = (act: OpenAct) => ({ id: keyOf(act), label: words.verb(act.spec), onChoose: () => choose(act) });
    const whole = list.filter(({ part }) => part === null);
    const parts = item.parts
      .map((part) => ({ part, own: list.filter((act) => act.part?.id === part.id) }))
      .filter(({ own }) => own.length > 0)
      .map(({ part, own }) => ({ id: part.id, label: part.unit.name, items: own.map(entry) }));
    return [...parts, ...(whole.length > 0 ? [{ id: 'whole', label: t('whole'), items: whole.map(entry) }] : [])];
  }
}
