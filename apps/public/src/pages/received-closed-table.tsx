import type { ComponentChildren } from 'preact';
import { useTexts } from '../i18n/i18n.ts';

export type ReceivedClosed = { key: string; name: string; received: ComponentChildren; closed: ComponentChildren };

/** Complaints received and closed, a line for each month or class. */
export function ReceivedClosedTable({ first, caption, rows }: { first: string; caption?: string; rows: readonly ReceivedClosed[] }) {
  const { t } = useTexts();
  return (
    <table>
      {caption && <caption>{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" class="figure">
            {t('figures.received')}
          </th>
          <th scope="col" class="figure">
            {t('figures.closed')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, received, closed }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td class="figure">{received}</td>
            <td class="figure">{closed}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
