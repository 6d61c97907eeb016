import type { Contact } from '../../../../contract/directory.ts';
import { types } from './soap.ts';
import { child, type XmlElement } from './xml.ts';

/** The fields of a contact that are asked for: learn.microsoft.com/exchange/client-developer/web-service-reference/fielduri. */
export const contactFields = ['item:Sensitivity', 'contacts:FileAs', 'contacts:DisplayName', 'contacts:CompanyName', 'contacts:PhoneNumbers', 'contacts:PhysicalAddresses'] as const;

type NumberKind = Contact['numbers'][number]['kind'];
type AddressKind = Contact['addresses'][number]['kind'];

// PhoneNumberKeyType. What is not here is no number to call or to be called from.
const numberKinds: Readonly<Record<string, NumberKind>> = {
  BusinessPhone: 'business',
  BusinessPhone2: 'business-2',
  MobilePhone: 'mobile',
  BusinessMobile: 'mobile',
  HomePhone: 'home',
  HomePhone2: 'home-2',
  CompanyMainPhone: 'company',
  BusinessFax: 'fax',
  HomeFax: 'fax',
  OtherFax: 'fax',
  PrimaryPhone: 'other',
  OtherTelephone: 'other',
  CarPhone: 'other',
  AssistantPhone: 'other',
};
const addressKinds: Readonly<Record<string, AddressKind>> = { Business: 'business', Home: 'home', Other: 'other' };

/** Is the contact for everybody? */
export function isPublic(item: XmlElement): boolean {
  return ['', 'Normal'].includes(text(item, 'Sensitivity'));
}

/** A contact item as the console shows it; without what it does not have. */
export function readContact(item: XmlElement): Contact {
  return {
    displayName: text(item, 'DisplayName') || text(item, 'FileAs'),
    company: text(item, 'CompanyName'),
    numbers: entries(item, 'PhoneNumbers').flatMap((entry) => {
      const kind = numberKinds[entry.attributes['Key'] ?? ''];
      const number = entry.text.trim();
      return kind && number ? [{ kind, number }] : [];
    }),
    addresses: entries(item, 'PhysicalAddresses').flatMap((entry) => {
      const kind = addressKinds[entry.attributes['Key'] ?? ''];
      const address = { street: text(entry, 'Street'), postalCode: text(entry, 'PostalCode'), city: text(entry, 'City'), state: text(entry, 'State'), country: text(entry, 'CountryOrRegion') };
      return kind && Object.values(address).some((part) => part !== '') ? [{ kind, ...address }] : [];
    }),
  };
}

function entries(item: XmlElement, name: string): XmlElement[] {
  return child(item, types, name)?.children ?? [];
}

function text(element: XmlElement, name: string): string {
  return child(element, types, name)?.text.trim() ?? '';
}
