import { BarChartOutlined, DownloadOutlined, LinkOutlined, TableOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../clipboard.ts';
import { MenuButton, type MenuItem } from '../menu-button.tsx';
import { saveFile } from '../save-file.ts';
import styles from './panel-actions.module.css';
import type { PanelContent, PanelFrame } from './panel-context.ts';

type PanelActionsProps = {
  id: string;
  title: string;
  subtitle: string;
  view: PanelFrame['view'];
  onView: (view: PanelFrame['view']) => void;
  contents: () => PanelContent[];
  xlsxHref?: string | undefined;
};

/** 表格 · 链接 · 下载 of a panel. */
export function PanelActions({ id, title, subtitle, view, onView, contents, xlsxHref }: PanelActionsProps) {
  const { t } = useTranslation('charts');
  const [copied, setCopied] = useState(false);

  const copyLink = async () => {
    const { origin, pathname, search } = window.location;
    const link = `${origin}${pathname}${search}#${id}${view === 'table' ? ':table' : ''}`;
    if (await copyText(link)) {
      setCopied(true);
      window.setTimeout(() => setCopied(false), 2000);
    } else {
      window.prompt(t('copyByHand'), link);
    }
  };

  const savePng = async () => {
    const { pngOf } = await import('../png.ts');
    const nodes = contents().flatMap(({ node }) => node() ?? []);
    if (nodes.length > 0) saveFile(await pngOf(nodes, { title, subtitle }), `${title}.png`);
  };

  const saveXlsx = async () => {
    if (xlsxHref) return window.location.assign(xlsxHref);
    const { xlsxOf } = await import('../xlsx.ts');
    const tables = contents().map(({ table }) => table);
    saveFile(xlsxOf(tables, { title, subtitle }), `${title}.xlsx`);
  };

  const switchView = view === 'table' ? t('viewChart') : t('viewTable');
  const saves: MenuItem[] = [
    ...(view === 'chart' ? [{ id: 'png', label: t('savePng'), onChoose: () => void savePng() }] : []),
    { id: 'xlsx', label: t('saveXlsx'), onChoose: () => void saveXlsx() },
  ];
  return (
    <div className={styles.actions}>
      <button
        type="button"
        className={styles.action}
        aria-pressed={view === 'table'}
        aria-label={t('viewTable')}
        title={switchView}
        onClick={() => onView(view === 'table' ? 'chart' : 'table')}
      >
        {view === 'table' ? <BarChartOutlined /> : <TableOutlined />}
      </button>
      <button type="button" className={styles.action} aria-label={t('copyLink')} title={t('copyLink')} onClick={() => void copyLink()}>
        {copied ? <span className={styles.copied}>{t('linkCopied')}</span> : <LinkOutlined />}
      </button>
      <span className="visually-hidden" role="status">
        {copied ? t('linkCopied') : ''}
      </span>
      <MenuButton label={t('download')} className={styles.action} groups={[{ id: 'saves', items: saves }]} placement="bottomRight">
        <DownloadOutlined />
      </MenuButton>
    </div>
  );
}
