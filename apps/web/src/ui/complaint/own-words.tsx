import { useTranslation } from 'react-i18next';
import { timeInCity } from '../time-in-city.ts';
import styles from './complaint.module.css';
import type { Statement } from './dossier-query.ts';

/** What was complained of, word for word, and what was added later. */
export function OwnWords({ statement }: { statement: Statement }) {
  const { t } = useTranslation('item');
  const { facts, wish, concerns, place, occurredOn, supplements } = statement;
  const told = [
    { id: 'facts', label: t('own.facts'), text: facts },
    { id: 'wish', label: t('own.wish'), text: wish },
    { id: 'concerns', label: t('own.concerns'), text: concerns },
    { id: 'place', label: t('own.place'), text: place },
    { id: 'occurredOn', label: t('own.occurredOn'), text: occurredOn },
    ...supplements.map(({ at, text }, index) => ({ id: `${index}${at}`, label: t('own.supplement', { at: timeInCity(at) }), text })),
  ];
  return (
    <dl className={`${styles.own} no-print`}>
      {told
        .filter(({ text }) => Boolean(text))
        .map(({ id, label, text }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
