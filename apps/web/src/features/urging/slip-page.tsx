import { PrinterOutlined } from '@ant-design/icons';
import { useReadQuery } from '@apollo/client/react';
import { notFound, useLoaderData } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { LadderMark } from '../../ui/urging/ladder-mark.tsx';
import { useHref } from '../../ui/use-href.ts';
import { Slip } from './slip.tsx';

/** One slip of the urging ladder, as it goes out: prints as one A4 sheet. */
export function SlipPage() {
  const { t } = useTranslation('urging');
  const href = useHref();
  const { data } = useReadQuery(useLoaderData({ from: '/frame/urgings/$number' }));
  if (!data.urging) throw notFound();
  const slip = data.urging;
  return (
    <>
      <div className="no-print">
        <PageHead
          title={slip.number}
          crumbs={[{ label: t('register'), href: href({ to: '/urgings' }) }]}
          marks={<LadderMark rung={slip.rung} />}
          subtitle={
            <a href={href({ to: '/items/$number', params: { number: slip.itemNumber } })}>
              {slip.itemNumber} {slip.itemTitle}
            </a>
          }
          actions={
            <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
              {t('print')}
            </Button>
          }
        />
      </div>
      <Slip slip={slip} />
    </>
  );
}
