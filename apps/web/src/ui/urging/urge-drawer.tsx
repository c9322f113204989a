import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton } from '../skeleton.tsx';
import { phone, useMediaQuery } from '../use-media-query.ts';
import { type Urged, UrgeForm } from './urge-form.tsx';
import type { UrgePart } from './urge-part-list.tsx';

type UrgeDrawerProps = {
  /** Null while they are being asked for. */
  parts: readonly UrgePart[] | null;
  /** What stands above the form. */
  note?: ReactNode;
  onClose: () => void;
  onAnswer: (urged: Urged) => void;
};

/** 催办、发牌 in a drawer over the page that it concerns. */
export function UrgeDrawer({ parts, note, onClose, onAnswer }: UrgeDrawerProps) {
  const { t } = useTranslation('urging');
  const narrow = useMediaQuery(phone);
  return (
    <Drawer open onClose={onClose} title={t('form.title')} size={narrow ? '100%' : 520}>
      {note}
      {parts ? parts.length > 0 && <UrgeForm parts={parts} onAnswer={onAnswer} /> : <Skeleton rows={6} />}
    </Drawer>
  );
}
