import { useQuery } from '../api/use-query.ts';
import { Page } from '../app/page.tsx';
import { href } from '../app/router.ts';
import { type PromiseState, PromisesDocument, type PromisesQuery } from '../gql/graphql.ts';
import { formatDay } from '../i18n/format.ts';
import { useTexts } from '../i18n/i18n.ts';
import { Chinese } from '../ui/chinese.tsx';
import { LightMark } from '../ui/light.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Reading } from '../ui/reading.tsx';
import { termName } from '../ui/term.ts';
import { PromiseProgress } from './promise-progress.tsx';
import { PromiseSections } from './promise-sections.tsx';

type Work = PromisesQuery['promises'][number];

const states: readonly PromiseState[] = ['DONE', 'ON_PLAN', 'BEHIND', 'NOT_REPORTED'];

/** The works programme by programme, in the server's order. */
function byProgramme(works: readonly Work[]): Work[][] {
  const found = new Map<string, Work[]>();
  for (const work of works) found.set(work.programme.code, (found.get(work.programme.code) ?? []).concat(work));
  return Array.from(found.values());
}

/** The published livelihood works against their plans. */
export function PromisesPage() {
  const { t, language } = useTexts();
  const read = useQuery(PromisesDocument, {});
  return (
    <Page title={t('promises.title')}>
      <PromiseSections at="promises" />
      <p class="lead">{t('promises.lead')}</p>
      <Reading of={read}>
        {({ promises }) =>
          promises.length === 0 ? (
            <p>{t('promises.none')}</p>
          ) : (
            <>
              <Summary works={promises} />
              <p class="hint">{t('promises.barKey')}</p>
              {byProgramme(promises).map((works) => (
                <section key={works[0]?.programme.code}>
                  <h2>{works[0] && termName(works[0].programme, language)}</h2>
                  <ul class="works">
                    {works.map((work) => (
                      <WorkLine key={work.number} work={work} />
                    ))}
                  </ul>
                </section>
              ))}
              <PrintButton />
            </>
          )
        }
      </Reading>
    </Page>
  );
}

function Summary({ works }: { works: readonly Work[] }) {
  const { t } = useTexts();
  const count = (state: PromiseState) => works.filter((work) => work.state === state).length;
  return (
    <ul class="summary">
      <li>{t('promises.summary', { count: works.length })}</li>
      {states
        .filter((state) => count(state) > 0)
        .map((state) => (
          <li key={state}>
            <LightMark state={state} /> {t('promises.count', { count: count(state) })}
          </li>
        ))}
    </ul>
  );
}

function WorkLine({ work }: { work: Work }) {
  const { t, language } = useTexts();
  return (
    <li>
      <h3>
        <a href={href(`/promises/${encodeURIComponent(work.number)}`)}>
          <Chinese>{work.title}</Chinese>
        </a>
      </h3>
      <PromiseProgress of={work} />
      <p class="hint">
        {t('promises.dutyUnit')} <Chinese>{work.dutyUnit}</Chinese>
        {work.dueOn && (
          <>
            {' · '}
            {t('promises.dueOn')} {formatDay(language, work.dueOn)}
          </>
        )}
      </p>
    </li>
  );
}
