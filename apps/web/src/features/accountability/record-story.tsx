import { useTranslation } from 'react-i18next';
import { RecordStory } from '../../ui/record-story.tsx';
import type { RecordDetail } from './accountability-query.ts';

const named = [
  'unitId',
  'post',
  'postLevel',
  'administrativeHead',
  'name',
  'fact',
  'rule',
  'form',
  'decidedBy',
  'decidedOn',
  'effect',
  'effectUntil',
  'itemId',
  'enforcementRecord',
  'source',
] as const;

/** What was done to a record, the newest first. */
export function RegisterStory({ events }: { events: RecordDetail['events'] }) {
  const { t } = useTranslation('accountability');
  const fieldName = (field: string) => {
    const known = named.find((one) => one === field);
    return known ? t(`fields.${known}`) : field;
  };
  return <RecordStory events={events.map((event) => ({ ...event, act: t(`story.${event.action}`) }))} fieldName={fieldName} />;
}
