import { useTranslation } from 'react-i18next';
import styles from './urging.module.css';
import type { SlipDetail } from './urging-query.ts';

/** The sheet itself: 督查催办单, 黄牌通知单 or 红牌通知单. */
export function Slip({ slip }: { slip: SlipDetail }) {
  const { t } = useTranslation('urging');
  const promised = promisedOf(slip);
  const isOpenEnded = slip.dueOn?.startsWith('9999') ?? false;
  const rows: [label: string, text: string | null][] = [
    [t('slip.unit'), slip.unitName],
    [t('slip.item'), `${slip.itemTitle}（${slip.itemNumber}）`],
    [t('slip.promised'), promised],
    [t('slip.due'), isOpenEnded ? t('slip.noLimit') : slip.dueOn],
    [t('slip.overdue'), slip.overdueWorkingDays ? t('slip.overdueDays', { count: slip.overdueWorkingDays }) : t('slip.notOverdue')],
    [t('slip.asked'), slip.reason],
    [t('slip.answerBy'), slip.answerDueOn ?? t('slip.noAnswerDay')],
    [t('slip.answered'), slip.answeredOn ? t('slip.answeredOn', { day: slip.answeredOn }) : null],
  ];
  return (
    <article className={styles.slip}>
      <h2 className={styles.slipTitle}>{t(`slipTitles.${slip.rung}`)}</h2>
      <p className={styles.slipNumber}>{t('slip.number', { number: slip.number })}</p>
      <table className={styles.slipTable}>
        <tbody>
          {rows.map(
            ([label, text]) =>
              text && (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  <td>{text}</td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      <div className={styles.signed}>
        <p>{slip.isBySystem ? t('slip.bySystem') : slip.byTitle}</p>
        <p>{slip.on}</p>
      </div>
      {slip.isDemo && <p className={styles.demo}>{t('slip.demo')}</p>}
    </article>
  );
}

/** What was promised, in the words of the register; null where it keeps none. */
function promisedOf({ item }: SlipDetail): string | null {
  const texts =
    item.__typename === 'StyleProblemItem'
      ? [item.style?.measure, item.style?.standard]
      : item.__typename === 'HardProblemItem'
        ? [item.problem?.plan]
        : item.__typename === 'LivelihoodWorkItem'
          ? [item.work?.promise]
          : item.__typename === 'SupervisionTaskItem'
            ? [item.task?.instruction, item.task?.standard]
            : [];
  return texts.filter(Boolean).join('\n') || null;
}
