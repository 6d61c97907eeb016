import { useLingui } from '@lingui/react/macro';
import type { Contact, DirectorySearch } from '../../../../../contract/directory.ts';
import { DiagnosisView } from '../../../../parts/diagnosis-view.tsx';
import { Notice } from '../../../../ui/notice.tsx';

/** The contacts of a search, and the rule that decided about them. */
export function FoundContacts({ found }: { found: DirectorySearch }) {
  const { t } = useLingui();
  const { items, rule, why, diagnosis } = found;
  if (diagnosis) return <DiagnosisView diagnosis={diagnosis} />;
  return (
    <>
      {rule === 'found' ? <p>{why}</p> : <Notice tone={rule === 'too-many' ? 'info' : 'warn'}>{why}</Notice>}
      {items.length > 0 && (
        <ul className="contacts" aria-label={t`Contacts found`}>
          {items.map((contact, at) => (
            <ContactItem key={at} contact={contact} />
          ))}
        </ul>
      )}
    </>
  );
}

function ContactItem({ contact }: { contact: Contact }) {
  const { t } = useLingui();
  const numberKinds = {
    'business': t`Business phone`,
    'business-2': t`Business phone 2`,
    'mobile': t`Mobile phone`,
    'home': t`Home phone`,
    'home-2': t`Home phone 2`,
    'company': t`Company phone`,
    'fax': t`Fax`,
    'other': t`Other phone`,
  };
  const addressKinds = { business: t`Business address`, home: t`Home address`, other: t`Other address` };
  const { displayName, company, numbers, addresses } = contact;
  return (
    <li>
      <div>
        <strong>{displayName}</strong>
        {company && <span className="muted under">{company}</span>}
      </div>
      <dl className="summary">
        {numbers.map(({ kind, number }) => (
          <Entry key={`${kind} ${number}`} name={numberKinds[kind]} value={number} />
        ))}
        {addresses.map((address) => (
          <Entry key={address.kind} name={addressKinds[address.kind]} value={written(address)} />
        ))}
      </dl>
    </li>
  );
}

function Entry({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function written({ street, postalCode, city, state, country }: Contact['addresses'][number]): string {
  return [street, [postalCode, city].filter(Boolean).join(' '), state, country].filter(Boolean).join(', ');
}
