interface Props {
  /** 0–100 and more; null draws an empty track. */
  percent: number | null;
  /** Where the plan stands; no tick without one. */
  planned?: number | null;
}

/** A bar from zero with a thin tick for the plan. Drawn only: the figures stand beside it in words. */
export function Bar({ percent, planned = null }: Props) {
  const full = Math.max(100, percent ?? 0, planned ?? 0);
  const share = (value: number) => `${(Math.max(0, value) / full) * 100}%`;
  return (
    <div class="bar" aria-hidden="true">
      <div class="fill" style={{ width: share(percent ?? 0) }} />
      {planned !== null && <div class="tick" style={{ left: share(planned) }} />}
    </div>
  );
}
