import { useLingui } from '@lingui/react/macro';
import type { Administrator } from '../../../contract/administrators.ts';
import { Conflict } from '../../parts/conflict.tsx';
import { roleNames } from '../../parts/role-names.ts';
import { pickTheirs } from '../../parts/take-choice.ts';
import { useDifferences } from '../../parts/use-differences.ts';
import { valuesOf, type AdministratorValues } from './administrator-values.ts';
import { languageNames } from './use-administrator-words.ts';

interface AdministratorConflictProps {
  mine: AdministratorValues;
  /** What this form began with. */
  base: Administrator;
  theirs: Administrator;
  onSave: (chosen: AdministratorValues) => void;
}

/** The fields on which this form and somebody else's save differ. */
export function AdministratorConflict({ mine, base, theirs, onSave }: AdministratorConflictProps) {
  const { t } = useLingui();
  const shown = ({ role, language, mustChangePassword, ...values }: AdministratorValues) => ({ ...values, role: roleNames[role], language: languageNames[language], mustChangePassword: mustChangePassword ? t`yes` : t`no` });
  const taken = valuesOf(theirs);
  const differences = useDifferences({
    labels: { username: t`Username`, email: t`E-mail address`, role: t`Role`, language: t`Language of the account`, password: t`Password`, mustChangePassword: t`Must change the password before anything else` },
    mine: shown(mine),
    theirs: shown(taken),
    first: shown(valuesOf(base)),
    secrets: { password: { entered: mine.password !== '', theirs: theirs.password, first: base.password } },
  });
  return <Conflict differences={differences} busy={false} onSave={(chosen) => onSave(pickTheirs(mine, taken, chosen))} />;
}
