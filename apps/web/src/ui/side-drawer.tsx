import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { phone, useMediaQuery } from './use-media-query.ts';

/** A drawer over the page: a record, a form or a history; the whole width on a phone. */
export function SideDrawer({ title, onClose, children }: { title: ReactNode; onClose: () => void; children: ReactNode }) {
  const narrow = useMediaQuery(phone);
  return (
    <Drawer open onClose={onClose} title={title} size={narrow ? '100%' : 560} styles={{ body: { padding: 0 } }}>
      {children}
    </Drawer>
  );
}
