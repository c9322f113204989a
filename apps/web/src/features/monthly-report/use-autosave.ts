import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { newRequestId } from '../../ui/request-id.ts';
import type { Draft } from './draft-store.ts';
import { keep } from './kept-draft.ts';
import { type MonthlyForm, SaveMonthlyCellsDocument } from './monthly-query.ts';

/** Where the draft stands: with the server since `at`, on its way, waiting for the network, or refused for a reason. */
export type SaveState =
  | { kind: 'IDLE' }
  | { kind: 'SAVING' }
  | { kind: 'SAVED'; at: Date }
  | { kind: 'WAITING'; isKept: boolean }
  | { kind: 'REFUSED'; message: string };

const restMs = 600;
const retryMs = 5000;
/** The server's most. */
const batch = 400;

/**
 * Sends what was typed a moment after the last key, and keeps it in the browser until the server has it; without network it tries again.
 * `version` is the report's as now known; `flush` sends at once and is true when nothing is left.
 */
export function useAutosave(draft: Draft, form: MonthlyForm, userId: string) {
  const client = useApolloClient();
  const [state, setState] = useState<SaveState>({ kind: 'IDLE' });
  const version = useRef(form.version);
  const isSending = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { id, unit, periodOn, viewerCanFill } = form;

  const send = useCallback(async (): Promise<boolean> => {
    clearTimeout(timer.current);
    const cells = draft.unsaved().slice(0, batch);
    if (cells.length === 0 || !viewerCanFill) return cells.length === 0;
    if (isSending.current) {
      timer.current = setTimeout(() => void send(), restMs);
      return false;
    }
    isSending.current = true;
    setState({ kind: 'SAVING' });
    const later = (ms: number) => {
      timer.current = setTimeout(() => void send(), ms);
    };
    try {
      const input = { unitId: unit.id, periodOn, version: version.current, requestId: newRequestId(), cells };
      const { data } = await client.mutate({ mutation: SaveMonthlyCellsDocument, variables: { input } });
      const saved = data?.saveMonthlyCells;
      if (saved?.__typename !== 'MonthlyCellsSaved') {
        setState({ kind: 'REFUSED', message: saved?.message ?? '' });
        return false;
      }
      version.current = saved.version;
      draft.saved(cells, saved.others.length > 0 ? saved.others : null, saved.overwritten);
      const left = draft.unsaved();
      keep(userId, id, left);
      setState({ kind: 'SAVED', at: new Date() });
      if (left.length > 0) later(restMs);
      return left.length === 0;
    } catch {
      setState({ kind: 'WAITING', isKept: keep(userId, id, draft.unsaved()) });
      later(retryMs);
      return false;
    } finally {
      isSending.current = false;
    }
  }, [client, draft, id, unit.id, periodOn, viewerCanFill, userId]);

  useEffect(() => {
    const changed = () => {
      const left = draft.unsaved();
      if (left.length === 0) return;
      keep(userId, id, left);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), restMs);
    };
    const stop = draft.subscribe(changed);
    const online = () => void send();
    window.addEventListener('online', online);
    return () => {
      stop();
      window.removeEventListener('online', online);
      clearTimeout(timer.current);
    };
  }, [draft, id, userId, send]);

  /** Waits for what is on its way, then sends the rest. */
  const flush = useCallback(async () => {
    for (let tries = 0; isSending.current && tries < 100; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
    return send();
  }, [send]);
  return useMemo(() => ({ state, version, flush }), [state, flush]);
}
