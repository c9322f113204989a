import { useTranslation } from 'react-i18next';
import { type ItemFilter, ledgerSearch } from '../../ui/ledger-link.ts';
import { Panel } from '../../ui/panel/panel.tsx';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { DutyList } from './duty-list.tsx';
import styles from './hard-problems.module.css';
import type { Duties, Duty } from './hard-problems-query.ts';

/** A vice mayor's two lists: 牵头 first, then 分管 by portfolio (model 19). */
export function MyProblems({ duties: { postId, led, overseen } }: { duties: Duties }) {
  const { t } = useTranslation('hard-problems');
  const { asOf } = useSession();
  const lists: { id: 'led' | 'overseen'; duties: readonly Duty[]; filter: ItemFilter }[] = [
    { id: 'led', duties: led, filter: { levels: ['CITY'], dutyPosts: [postId] } },
    { id: 'overseen', duties: overseen, filter: { levels: ['DEPARTMENT', 'COUNTY'], overseenBy: [postId] } },
  ];
  const href = useHref();
  const patch = useSearchPatch();
  const page = { levels: undefined, dutyPosts: undefined, overseenBy: undefined, after: undefined, before: undefined };
  return lists.map(({ id, duties, filter }) => (
    <Panel
      key={id}
      id={id}
      title={t(`duties.${id}`, { count: duties.length })}
      asOf={asOf}
      note={t(`duties.${id}Note`)}
      chart={false}
      extra={
        <span className={styles.links}>
          <button type="button" className={styles.link} onClick={() => patch({ ...page, ...filter })}>
            {t('duties.onThisPage')}
          </button>
          <a href={href({ to: '/items', search: ledgerSearch({ kinds: ['HARD_PROBLEM'], ...filter }) })}>
            {t('seeAll', { count: duties.length })}
          </a>
        </span>
      }
    >
      <DutyList caption={t(`duties.${id}`, { count: duties.length })} duties={duties} empty={t(`duties.${id}Empty`)} />
    </Panel>
  ));
}
