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

/** A function's health as symbol and word; `brief` shows the symbol and reads the word out. `of`: whose it is, where that is not said beside it. */
export function HealthMark({ health, brief = false, of: name }: { health: Health; brief?: boolean; of?: string | undefined }) {
  const { t } = useLingui();
  const word = [name, t(words[health])].filter(Boolean).join(': ');
  return (
    <span className={`health ${health}`} title={brief ? word : undefined}>
      <span aria-hidden="true">{symbols[health]}</span> <span className={brief ? 'visually-hidden' : undefined}>{word}</span>
    </span>
  );
}
