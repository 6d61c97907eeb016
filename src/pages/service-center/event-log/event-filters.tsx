import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { EventRange } from '../../../api/events.ts';
import { ListSearch } from '../../../parts/list-search.tsx';
import { paths, type EventView } from '../../../paths.ts';
import { CheckboxField } from '../../../ui/checkbox-field.tsx';
import { SelectField } from '../../../ui/field.tsx';
import { withoutEmpty } from './event-view.ts';
import { RangeFields } from './range-fields.tsx';
import { useEventWords } from './use-event-words.ts';

interface EventFiltersProps {
  given: EventView;
  onGive: (view: EventView) => void;
}

/** What of the events is shown. */
export function EventFilters({ given, onGive }: EventFiltersProps) {
  const { t } = useLingui();
  // What was chosen is there at once, and its events a little later.
  const [view, setView] = useState(given);
  const [known, setKnown] = useState(given);
  if (paths.eventLog(given) !== paths.eventLog(known)) {
    setKnown(given);
    setView(given);
  }
  const onChange = (changed: EventView) => {
    const next = withoutEmpty(changed);
    setView(next);
    onGive(next);
  };
  const { severities, functions } = useEventWords();
  const ranges: Record<EventRange, string> = { hour: t`Last hour`, day: t`Last 24 hours`, week: t`Last 7 days`, month: t`Last 30 days` };
  const options = (names: Record<string, string>) =>
    Object.entries(names).map(([value, name]) => (
      <option key={value} value={value}>
        {name}
      </option>
    ));
  const { from: _from, to: _to, ...withoutTimes } = view;
  return (
    <search className="event-filters">
      <SelectField label={t`Severity`} value={view.severity ?? ''} onChange={({ target }) => onChange({ ...view, severity: target.value })}>
        <option value="">{t`All`}</option>
        {options(severities)}
      </SelectField>
      <SelectField label={t`Function`} value={view.function ?? ''} onChange={({ target }) => onChange({ ...view, function: target.value })}>
        <option value="">{t`All`}</option>
        {options(functions)}
      </SelectField>
      <SelectField label={t`Time range`} value={view.range ?? ''} onChange={({ target }) => onChange({ ...withoutTimes, range: target.value })}>
        <option value="">{t`All`}</option>
        {options(ranges)}
        <option value="custom">{t`From – to`}</option>
      </SelectField>
      <ListSearch q={view.q ?? ''} help={<Trans>Names, addresses, who did it, or a code.</Trans>} onSearch={(q) => onChange({ ...view, q })} />
      <CheckboxField label={<Trans>Changes only</Trans>} checked={view.changes ?? false} onChange={(changes) => onChange({ ...view, changes })} />
      {view.range === 'custom' && <RangeFields view={view} onChange={onChange} />}
      {view.actor && <Only name={t`By`} value={view.actor} onEnd={() => onChange({ ...view, actor: '' })} />}
      {view.ref && <Only name={t`Queue pilot`} value={view.ref} onEnd={() => onChange({ ...view, ref: '' })} />}
    </search>
  );
}

// What a link to this page has chosen.
function Only({ name, value, onEnd }: { name: string; value: string; onEnd: () => void }) {
  return (
    <button type="button" className="button" aria-pressed="true" onClick={onEnd}>
      {name}: <bdi>{value}</bdi> <span aria-hidden="true">✕</span>
    </button>
  );
}
