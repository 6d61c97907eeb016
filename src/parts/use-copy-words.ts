import { useLingui } from '@lingui/react/macro';

/** What every copy button says. */
export function useCopyWords(): { copied: string; selected: string } {
  const { t } = useLingui();
  return { copied: t`Copied`, selected: t`Selected: copy it with Ctrl+C` };
}
