import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';
import { RecordSheetDrawer } from '../../ui/record-sheet/record-sheet-drawer.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useHref } from '../../ui/use-href.ts';
import { useSearchPatch } from '../../ui/use-search-patch.ts';
import { BoardForm } from './board-form.tsx';
import { MonthForm } from './month-form.tsx';
import { MonthStory } from './month-story.tsx';
import { ProblemForm } from './problem-form.tsx';
import type { Board, Entry } from './rectifications-query.ts';

type BoardDrawersProps = {
  board: Board;
  entries: readonly Entry[];
  search: {
    enter?: string | undefined;
    of?: string | undefined;
    story?: true | undefined;
    drawer?: 'settings' | 'problem' | 'import' | undefined;
  };
  canChange: boolean;
  onDone: (message: ReactNode) => void;
  /** Rows of a sheet were taken: the board is read anew. */
  onTaken: () => void;
};

/** What lies over a board, as its address says: the form of a month or its history, the settings, a problem to list. */
export function BoardDrawers({ board, entries, search: { enter, of, story, drawer }, canChange, onDone, onTaken }: BoardDrawersProps) {
  const { t } = useTranslation('rectifications');
  const english = useLanguage() === 'en';
  const href = useHref();
  const patch = useSearchPatch();
  const name = english ? board.nameEn : board.name;
  const close = () => patch({ enter: undefined, of: undefined, story: undefined, drawer: undefined });
  const finish = (message: ReactNode) => {
    close();
    onDone(message);
  };
  const unitName = entries.find(({ unitId }) => unitId === enter)?.unitName ?? enter ?? '';
  if (enter && of && story)
    return (
      <SideDrawer title={t('story.title', { unit: unitName, month: of })} onClose={close}>
        <MonthStory code={board.code} unitId={enter} month={of} />
      </SideDrawer>
    );
  if (!canChange) return null;
  if (enter && board.unitsToEnter.includes(enter))
    return (
      <SideDrawer title={`${t('form.title')}：${name}`} onClose={close}>
        <MonthForm
          key={`${enter} ${of ?? ''}`}
          board={board}
          entries={entries}
          unitId={enter}
          month={of && board.months.includes(of) ? of : (board.months.at(-1) ?? '')}
          onPick={(picked) => patch(picked, { replace: true })}
          onDone={(act, { unit, month }) => finish(t(`form.${act}`, { unit, month }))}
          onClose={close}
        />
      </SideDrawer>
    );
  if (drawer === 'settings' && board.access !== 'NONE')
    return (
      <SideDrawer title={t('board.title', { name })} onClose={close}>
        <BoardForm board={board} onDone={() => finish(t('board.done'))} onClose={close} />
      </SideDrawer>
    );
  if (drawer === 'import' && board.unitsToEnter.length > 0)
    return <RecordSheetDrawer kind="RECTIFICATION_MONTH" name={t('form.title')} onClose={close} onTaken={onTaken} />;
  if (drawer === 'problem')
    return (
      <SideDrawer title={t('list.title', { name })} onClose={close}>
        <ProblemForm
          board={board}
          onDone={(number) =>
            finish(
              <>
                {t('list.done', { number })} <a href={href({ to: '/items/$number', params: { number } })}>{t('list.see')}</a>
              </>,
            )
          }
          onClose={close}
        />
      </SideDrawer>
    );
  return null;
}
