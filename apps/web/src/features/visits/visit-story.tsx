import { useTranslation } from 'react-i18next';
import { RecordStory } from '../../ui/record-story.tsx';
import type { VisitDetail } from './visits-query.ts';

const named = [
  'postId',
  'contactPointId',
  'place',
  'countyId',
  'visitedOn',
  'kinds',
  'isFrontLine',
  'peopleMet',
  'met',
  'opinions',
  'decision',
  'needs',
  'photos',
] as const;

/** What was done to a visit's record, the newest first. */
export function VisitStory({ events }: { events: VisitDetail['events'] }) {
  const { t } = useTranslation('visits');
  const fieldName = (field: string) => {
    const known = named.find((one) => one === field);
    return known ? t(`fields.${known}`) : field;
  };
  return <RecordStory events={events.map((event) => ({ ...event, act: t(`story.${event.action}`) }))} fieldName={fieldName} />;
}
