import type { ReactNode } from 'react';

type Tone = 'bad' | 'warn' | 'info' | 'ok';
const symbols: Record<Tone, string> = { bad: '✕', warn: '▲', info: 'i', ok: '✓' };

/** A sentence that stands where its reason is, with what can be done about it. `alert`: read out at once. */
export function Notice({ tone, children, alert = false }: { tone: Tone; children: ReactNode; alert?: boolean }) {
  return (
    <div className={`notice ${tone}`} role={alert ? 'alert' : undefined}>
      <span className="mark" aria-hidden="true">
        {symbols[tone]}
      </span>
      <div>{children}</div>
    </div>
  );
}
