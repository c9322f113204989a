import type { Day, Light } from '@duban/rules/vocabulary';
import { scaleUtc } from 'd3-scale';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { LightShape, lightColour } from '../ui/light-shape.tsx';
import { colour } from '../ui/tokens.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { Drill } from './chart-types.ts';
import { BoxMark } from './drill.tsx';
import styles from './gantt.module.css';
import { GanttAxis } from './gantt-axis.tsx';

/** One step: what was planned, what happened; `to: null` means not finished. */
export type GanttPoint = {
  id: string;
  label: string;
  planned: { from: Day; to: Day } | null;
  actual: { from: Day; to: Day | null } | null;
  light?: Light | null;
  /** The item that the step belongs to: steps of one item follow each other under its name. */
  group?: GanttGroup;
  /** Short words after the name: 障碍, 需决策. */
  flags?: readonly string[];
};

export type GanttGroup = { id: string; label: string; light?: Light | null; href?: string };

type GanttProps = Drill<GanttPoint> & {
  label: string;
  points: readonly GanttPoint[];
  /** The as-of day: drawn as a line, and the end of what isn't finished. */
  today: Day;
  /** What the rows are, for the table: 节点, 事项. */
  rowTitle: string;
  /** What the groups are, for the table: 难题, 项目. */
  groupTitle?: string;
};

const instant = (day: Day) => new Date(`${day}T00:00:00Z`);
const isLate = (point: GanttPoint, today: Day) => Boolean(point.planned && (point.actual?.to ?? today) > point.planned.to);

/** Steps against time: the plan as an outline, what happened as a solid bar, the as-of day as a line. */
export function Gantt({ label, points, today, rowTitle, groupTitle, ...drill }: GanttProps) {
  const { t } = useTranslation('charts');
  const days = points.flatMap(({ planned, actual }) =>
    [planned?.from, planned?.to, actual?.from, actual?.to].filter((day) => typeof day === 'string'),
  );
  const sorted = [...days, today].sort();
  const x = scaleUtc([instant(`${(sorted[0] ?? today).slice(0, 7)}-01`), instant(sorted.at(-1) ?? today)], [0, 99]);
  const span = (from: Day, to: Day) => ({ left: `${x(instant(from))}%`, width: `max(3px, ${x(instant(to)) - x(instant(from))}%)` });
  const spanText = (from: Day, to: Day | null) => t('span', { from, to: to ?? t('ongoing') });
  const said = ({ label: name, planned, actual, flags }: GanttPoint) =>
    [
      name,
      ...(flags ?? []),
      planned && t('labelled', { label: t('planned'), value: spanText(planned.from, planned.to) }),
      actual && t('labelled', { label: t('actual'), value: spanText(actual.from, actual.to) }),
    ]
      .filter(Boolean)
      .join(' · ');

  return (
    <ChartFrame
      label={label}
      role="group"
      summary={t('summary.gantt', { label, count: points.length, day: today, late: points.filter((point) => isLate(point, today)).length })}
      table={{
        columns: [
          ...(groupTitle ? [{ id: 'group', title: groupTitle }] : []),
          { id: 'label', title: rowTitle },
          ...(['plannedFrom', 'plannedTo', 'actualFrom', 'actualTo'] as const).map((id) => ({ id, title: t(id) })),
        ],
        rows: points.map((point) => ({
          id: point.id,
          cells: [
            ...(groupTitle ? [point.group?.label ?? null] : []),
            [point.label, ...(point.flags ?? [])].join(' · '),
            point.planned?.from ?? null,
            point.planned?.to ?? null,
            point.actual?.from ?? null,
            point.actual && !point.actual.to ? t('ongoing') : (point.actual?.to ?? null),
          ],
          href: drill.href?.(point),
        })),
      }}
    >
      <div className={styles.gantt}>
        <GanttAxis scale={x} today={today} todayAt={x(instant(today))} />
        {points.map((point, index) => (
          <Fragment key={point.id}>
            {point.group && point.group.id !== points[index - 1]?.group?.id && <GroupHead group={point.group} />}
            <BoxMark {...drill} point={point} label={said(point)} className={styles.row}>
              <span className={styles.name}>
                {point.light && <LightShape light={point.light} size={9} />}
                <span className={styles.nameText} title={point.label}>
                  {point.label}
                </span>
                {point.flags?.map((flag) => (
                  <span key={flag} className={styles.flag}>
                    {flag}
                  </span>
                ))}
              </span>
              <span className={styles.track}>
                {point.planned && <span className={styles.planned} style={span(point.planned.from, point.planned.to)} />}
                {point.actual && (
                  <span
                    className={point.actual.to ? styles.actual : styles.ongoing}
                    style={{
                      ...span(point.actual.from, point.actual.to ?? today),
                      background: point.light === 'RED' ? lightColour.RED.ink : colour.accent,
                    }}
                  />
                )}
              </span>
            </BoxMark>
          </Fragment>
        ))}
      </div>
      <p className={styles.key} aria-hidden="true">
        <span className={styles.keyPlanned} /> {t('planned')} <span className={styles.keyActual} /> {t('actual')}
      </p>
    </ChartFrame>
  );
}

/** The name of an item above its steps. */
function GroupHead({ group: { label, light, href } }: { group: GanttGroup }) {
  const words = (
    <>
      {light && <LightShape light={light} size={9} />}
      <span>{label}</span>
    </>
  );
  if (!href) return <div className={styles.group}>{words}</div>;
  return (
    <a className={styles.group} href={href}>
      {words}
    </a>
  );
}
