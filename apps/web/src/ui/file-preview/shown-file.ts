/** A file as it can be opened. */
export interface ShownFile {
  name: string;
  /** Its address; `?download=1` saves it. */
  href: string;
  mediaType: string;
  /** Bytes. */
  size: number;
}

export type PreviewKind = 'image' | 'pdf' | 'text';

/** How a file is shown in a dialog; null where it can only be saved. */
export function previewKind(mediaType: string): PreviewKind | null {
  const type = mediaType.split(';')[0];
  if (type === 'image/png' || type === 'image/jpeg') return 'image';
  if (type === 'application/pdf') return 'pdf';
  return type === 'text/plain' ? 'text' : null;
}
