import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import type { NetworkPlan } from '../../../../contract/network.ts';
import { CloudField } from '../../../parts/cloud-field.tsx';
import { CheckboxField } from '../../../ui/checkbox-field.tsx';
import { functions } from './network-plan.ts';
import { useNetworkWords } from './use-network-words.ts';

interface PlanFieldsProps {
  plan: NetworkPlan;
  onPlan: (plan: NetworkPlan) => void;
}

/** Which functions are planned, and in which cloud. */
export function PlanFields({ plan, onPlan }: PlanFieldsProps) {
  const { users } = useNetworkWords();
  // What was chosen last counts at once, until the address has changed.
  const [chosen, setChosen] = useState({ plan, before: '' });
  const given = JSON.stringify(plan);
  const shown = chosen.before === given ? chosen.plan : plan;
  const choose = (changed: Partial<NetworkPlan>) => {
    const next = { ...shown, ...changed };
    setChosen({ plan: next, before: given });
    onPlan(next);
  };
  const withFunction = (name: (typeof functions)[number], wanted: boolean) => functions.filter((one) => (one === name ? wanted : shown.functions.includes(one)));
  return (
    <>
      <CloudField value={shown.cloud} onChoose={(cloud) => choose({ cloud })} />
      <fieldset className="plan-functions">
        <legend>
          <Trans>Functions</Trans>
        </legend>
        {functions.map((name) => (
          <CheckboxField key={name} label={users[name]} checked={shown.functions.includes(name)} onChange={(wanted) => choose({ functions: withFunction(name, wanted) })} />
        ))}
      </fieldset>
    </>
  );
}
