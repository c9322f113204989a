import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql/gql.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSession } from '../../ui/session.ts';
import { useHref } from '../../ui/use-href.ts';
import styles from './rectifications.module.css';
import type { OverviewBoard } from './rectifications-query.ts';

const OwedMonthsDocument = graphql(/* GraphQL */ `
  query OwedRectificationMonths($code: ID!) {
    rectificationEntries(code: $code) {
      unitId
      unitName
      month
      state
      isAsked
    }
  }
`);

/** Boards of which the viewer's units may owe months, for pages that don't read boards themselves. */
const OwedBoardsDocument = graphql(/* GraphQL */ `
  query OwedRectifications {
    rectifications {
      code
      name
      nameEn
      unitsToEnter
    }
  }
`);

type OwingBoard = Pick<OverviewBoard, 'code' | 'name' | 'nameEn' | 'unitsToEnter'>;

/** What the viewer's own units still have to report, on a page of other work; nothing for those who report for no unit. */
export function OwedMonthsOfViewer() {
  const { viewer, isPast } = useSession();
  const isOwing = viewer.desks.includes('REPORTING') && !isPast;
  const { data } = useQuery(OwedBoardsDocument, { fetchPolicy: 'cache-and-network', skip: !isOwing });
  return data ? <OwedMonths boards={data.rectifications} /> : null;
}

/** What the viewer's own units still have to report: months that are over, then the running one. Each leads to its form. */
export function OwedMonths({ boards }: { boards: readonly OwingBoard[] }) {
  const { t } = useTranslation('rectifications');
  const { viewer } = useSession();
  // The supervision office may enter for all, and owes nothing itself.
  const own = boards.filter(({ unitsToEnter }) => viewer.desks.includes('REPORTING') && unitsToEnter.length > 0);
  if (own.length === 0) return null;
  return (
    <section className={styles.owed} aria-label={t('owed.title')}>
      <h2>{t('owed.title')}</h2>
      <ul>
        {own.map((board) => (
          <OwedOf key={board.code} board={board} />
        ))}
      </ul>
    </section>
  );
}

function OwedOf({ board }: { board: OwingBoard }) {
  const { t } = useTranslation('rectifications');
  const english = useLanguage() === 'en';
  const href = useHref();
  const { data } = useQuery(OwedMonthsDocument, { variables: { code: board.code }, fetchPolicy: 'cache-and-network' });
  const owed = (data?.rectificationEntries ?? [])
    .filter(({ unitId, state, isAsked }) => isAsked && state !== 'ENTERED' && board.unitsToEnter.includes(unitId))
    .sort((a, b) => a.month.localeCompare(b.month));
  return owed.map(({ unitId, unitName, month, state }) => (
    <li key={`${unitId} ${month}`}>
      <a href={href({ to: '/rectifications/$code', params: { code: board.code }, search: { enter: unitId, of: month } })}>
        {t('owed.line', { name: english ? board.nameEn : board.name, unit: unitName, month })}
      </a>{' '}
      <span className={state === 'MISSING' ? styles.late : styles.faint}>{t(state === 'MISSING' ? 'owed.late' : 'owed.open')}</span>
    </li>
  ));
}
