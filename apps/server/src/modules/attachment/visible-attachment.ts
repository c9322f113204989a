import { z } from 'zod';
import { rows, sql } from '../../database.ts';
import type { Viewer } from '../session/viewer.ts';
import { attachmentsVisibleTo } from './attachment.policy.ts';

const attachmentRow = z.object({ name: z.string(), hash: z.string(), mediaType: z.string() });

/** A file, if the viewer may see it; null otherwise. */
export async function visibleAttachment(viewer: Viewer, id: string): Promise<z.infer<typeof attachmentRow> | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [found] = await rows(
    attachmentRow,
    sql`SELECT a.name, a.file_hash AS hash, f.media_type AS "mediaType" FROM attachment a JOIN stored_file f ON f.hash = a.file_hash
        WHERE a.id = ${id}::uuid AND ${attachmentsVisibleTo(viewer)}`,
  );
  return found ?? null;
}
