import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Health } from '../../contract/functions.ts';

const words = {
  'not-set-up': msg`Not set up`,
  'unchecked': msg`Not checked yet`,
  'working': msg`Working`,
  'warning': msg`Working, with a warning`,
  'failing': msg`Not working`,
  'sign-in-required': msg`Sign-in required`,
};
const symbols: Record<Health, string> = { 'not-set-up': '○', 'unchecked': '○', 'working': '●', 'warning': '▲', 'failing': '▲', 'sign-in-required': '▲' };

/** A function's health as symbol and word; `brief` shows the symbol and reads the word out. */
export function HealthMark({ health, brief = false }: { health: Health; brief?: boolean }) {
  const { t } = useLingui();
  const word = t(words[health]);
  return (
    <span className={`health ${health}`} title={brief ? word : undefined}>
      <span aria-hidden="true">{symbols[health]}</span> <span className={brief ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
