import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';

/** 台账导入. */
export function ExchangePage() {
  const { t } = useTranslation('nav');
  return <PageHead title={t('imports')} />;
}
