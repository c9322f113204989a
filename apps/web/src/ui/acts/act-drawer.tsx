import { Drawer } from 'antd';
import { phone, useMediaQuery } from '../use-media-query.ts';
import { ActForm, type ActFormProps } from './act-form.tsx';
import styles from './acts.module.css';
import { ComplaintActForm } from './complaint-act-form.tsx';
import { keyOf } from './open-acts.ts';
import { useActWords } from './use-act-words.ts';

/** The form of one act, in a drawer over the page that it concerns. */
export function ActDrawer(props: ActFormProps) {
  const { item, act, onClose } = props;
  const words = useActWords();
  const narrow = useMediaQuery(phone);
  const title = (
    <>
      {words.verb(act.spec)}
      <div className={styles.of}>
        {item.number} {item.title}
        {act.part && ` · ${act.part.unit.name}`}
      </div>
    </>
  );
  return (
    <Drawer open onClose={onClose} title={title} size={narrow ? '100%' : 520} styles={{ body: { padding: 0 } }}>
      {act.spec.ofComplaint ? <ComplaintActForm key={keyOf(act)} {...props} /> : <ActForm key={keyOf(act)} {...props} />}
    </Drawer>
  );
}
