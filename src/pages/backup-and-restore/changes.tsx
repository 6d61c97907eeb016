import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ChangedField, RestorePlan } from '../../../contract/backup.ts';

type Section = RestorePlan['sections'][number];
type Change = Section['changes'][number];

/** What changes of one part: what is there changed field by field, what comes and what goes by name. */
export function Changes({ section }: { section: Section }) {
  const { name, added, changed, removed, changes } = section;
  const more = added + changed + removed - changes.length;
  const of = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  return (
    <div className="part-changes">
      <h3>{name}</h3>
      {of('changed').map((change) => (
        <FieldTable key={change.name} change={change} />
      ))}
      <Names label={<Plural value={added} one="# added" other="# added" />} changes={of('added')} />
      <Names label={<Plural value={removed} one="# removed" other="# removed" />} changes={of('removed')} />
      {more > 0 && (
        <p className="muted">
          <Plural value={more} one="and # more change" other="and # more changes" />
        </p>
      )}
    </div>
  );
}

function Names({ label, changes }: { label: React.ReactNode; changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  const names = changes.map(({ name }) => name).filter((name) => name !== '');
  return (
    <p>
      <strong>{label}</strong>
      {names.length > 0 && `: ${names.join(' · ')}`}
    </p>
  );
}

function FieldTable({ change: { name, fields } }: { change: Change }) {
  return (
    <table className="field-changes">
      {name !== '' && <caption>{name}</caption>}
      <thead>
        <tr>
          <th scope="col">
            <Trans>Field</Trans>
          </th>
          <th scope="col">
            <Trans>Now</Trans>
          </th>
          <th scope="col">
            <Trans>Afterwards</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">{field.name}</th>
            <td>
              <Before field={field} />
            </td>
            <td>
              <After field={field} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Before({ field: { from, what } }: { field: ChangedField }) {
  const { t } = useLingui();
  if (what !== null) return what === 'set' ? '—' : t`set`;
  return from ?? '—';
}

function After({ field: { to, what } }: { field: ChangedField }) {
  const { t } = useLingui();
  if (what === null) return to ?? '—';
  return { set: t`set`, changed: t`another one`, removed: t`removed` }[what];
}
