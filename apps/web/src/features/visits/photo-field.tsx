import { CameraOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newRequestId } from '../../ui/request-id.ts';
import type { KeptPhoto } from './kept-visits.ts';
import { dropPhotos, keepPhoto, readPhoto } from './photo-store.ts';
import styles from './visits.module.css';

const mostPhotos = 9;
const mostBytes = 20 * 1024 * 1024;
const types: readonly string[] = ['image/jpeg', 'image/png'];

type PhotoFieldProps = {
  userId: string;
  photos: readonly KeptPhoto[];
  problem: string | undefined;
  /** Photos that the server has already, beside these. */
  others?: number;
  onChange: (change: (now: KeptPhoto[]) => KeptPhoto[]) => void;
  /** True while photos are being written: until then they are not among `photos`, and closing the page would lose them. */
  onKeeping: (isKeeping: boolean) => void;
};

/** Photos from the camera or the album, kept in the browser until they are sent. JPEG and PNG; the server takes their position out. */
export function PhotoField({ userId, photos, problem, others = 0, onChange, onKeeping }: PhotoFieldProps) {
  const { t } = useTranslation('visits');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [refused, setRefused] = useState<string[]>([]);
  const add = async (files: readonly File[]) => {
    onKeeping(true);
    const said: string[] = [];
    const taken: KeptPhoto[] = [];
    for (const file of files) {
      if (!types.includes(file.type)) said.push(t('photos.type', { name: file.name }));
      else if (file.size > mostBytes) said.push(t('photos.tooLarge', { name: file.name }));
      else if (others + photos.length + taken.length >= mostPhotos) said.push(t('photos.tooMany', { count: mostPhotos }));
      else {
        const photo = { id: newRequestId(), name: file.name, size: file.size, uploadId: null };
        if (!(await keepPhoto(photo.id, userId, file))) said.push(t('photos.notKept'));
        taken.push(photo);
      }
    }
    setRefused([...new Set(said)]);
    if (taken.length > 0) onChange((now) => [...now, ...taken]);
    onKeeping(false);
  };
  const remove = (photo: KeptPhoto) => {
    onChange((now) => now.filter((one) => one.id !== photo.id));
    void dropPhotos([photo.id]);
  };
  return (
    <div>
      {photos.length > 0 && (
        <ul className={styles.photos}>
          {photos.map((photo) => (
            <li key={photo.id} className={styles.photo}>
              <Preview photo={photo} userId={userId} />
              <span title={photo.name}>{photo.name}</span>
              <Button size="small" aria-label={t('photos.remove', { name: photo.name })} onClick={() => remove(photo)}>
                {t('photos.drop')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        ref={input}
        id={id}
        type="file"
        accept={types.join(',')}
        multiple
        hidden
        aria-label={t('photos.add')}
        onChange={({ target }) => {
          void add([...(target.files ?? [])]);
          target.value = '';
        }}
      />
      <Button icon={<CameraOutlined />} onClick={() => input.current?.click()}>
        {t('photos.add')}
      </Button>
      {[...refused, ...(problem ? [problem] : [])].map((text) => (
        <p key={text} className={styles.problem} role="alert">
          {text}
        </p>
      ))}
      <p className={styles.faint}>{t('photos.help', { count: mostPhotos })}</p>
    </div>
  );
}

function Preview({ photo, userId }: { photo: KeptPhoto; userId: string }) {
  const { t } = useTranslation('visits');
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let made: string | undefined;
    let isGone = false;
    void readPhoto(photo.id, userId).then((file) => {
      if (!file || isGone) return;
      made = URL.createObjectURL(file);
      setAddress(made);
    });
    return () => {
      isGone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [photo.id, userId]);
  return address ? <img src={address} alt={photo.name} /> : <span className={styles.faint}>{t('photos.loading')}</span>;
}
