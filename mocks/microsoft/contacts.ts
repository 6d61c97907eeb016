type PhoneKey = 'BusinessPhone' | 'BusinessPhone2' | 'BusinessFax' | 'CompanyMainPhone' | 'HomePhone' | 'HomePhone2' | 'MobilePhone' | 'OtherTelephone';

export interface PlayedContact {
  given: string;
  surname: string;
  company: string;
  phones: Partial<Record<PhoneKey, string>>;
  address?: { key: 'Business' | 'Home' | 'Other'; street: string; city: string; state?: string; country: string; postalCode: string };
  private?: true;
}

export interface PublicFolder {
  key: string;
  name: string;
  contacts: readonly PlayedContact[];
}

const fabrikam = { key: 'Business', street: 'Hafenstraße 12', city: 'Hamburg', country: 'Germany', postalCode: '20457' } as const;
const northwind = { key: 'Business', street: '4 Harbour Road', city: 'Bristol', country: 'United Kingdom', postalCode: 'BS1 5DB' } as const;

// The numbers are from ranges that are kept free for films and books.
const root: readonly PlayedContact[] = [
  { given: 'Jörg', surname: 'Müller', company: 'Fabrikam GmbH', phones: { BusinessPhone: '+49 40 66969 101', MobilePhone: '+49 176 040 690 01', CompanyMainPhone: '+49 40 66969 0', BusinessFax: '+49 40 66969 190' }, address: fabrikam },
  { given: 'Anna', surname: 'Müller-Lüdenscheidt', company: 'Fabrikam GmbH', phones: { BusinessPhone: '+49 40 66969 102', BusinessPhone2: '+49 40 66969 103' }, address: fabrikam },
  { given: 'Hélène', surname: 'Lefèvre', company: 'Fabrikam France SARL', phones: { BusinessPhone: '+33 1 99 00 12 34', MobilePhone: '+33 6 39 98 12 34' }, address: { key: 'Business', street: '8 rue du Port', city: 'Lille', country: 'France', postalCode: '59000' } },
  { given: 'Oliver', surname: 'Smith', company: 'Northwind Traders', phones: { BusinessPhone: '+44 117 496 0123', MobilePhone: '+44 7700 900123', HomePhone: '+44 117 496 0199' }, address: northwind },
  { given: 'Łukasz', surname: 'Wójcik', company: 'Northwind Traders', phones: { BusinessPhone: '+44 117 496 0124', OtherTelephone: '+44 117 496 0142' }, address: northwind },
  { given: 'Ελένη', surname: 'Παπαδοπούλου', company: 'Northwind Traders', phones: { BusinessPhone: '+44 117 496 0125' }, address: northwind },
  { given: 'İpek', surname: 'Yıldız', company: 'Northwind Traders', phones: { BusinessPhone: '+44 117 496 0126', MobilePhone: '+44 7700 900126' } },
  { given: 'Анна', surname: 'Петрова', company: 'Adatum Corporation', phones: { BusinessPhone: '+1 206 555 0101', BusinessFax: '+1 206 555 0190' }, address: { key: 'Business', street: '22 Pier Avenue', city: 'Seattle', state: 'WA', country: 'United States', postalCode: '98101' } },
  { given: '伟', surname: '王', company: 'Adatum Corporation', phones: { BusinessPhone: '+1 206 555 0102', MobilePhone: '+1 206 555 0142' } },
  { given: '花子', surname: '佐藤', company: 'Adatum 株式会社', phones: { BusinessPhone: '+1 206 555 0103' } },
  { given: 'ليلى', surname: 'حداد', company: 'Adatum Corporation', phones: { BusinessPhone: '+1 206 555 0104', HomePhone2: '+1 206 555 0164' } },
  { given: 'דוד', surname: 'כהן', company: 'Adatum Corporation', phones: { BusinessPhone: '+1 206 555 0105' } },
  { given: 'प्रिया', surname: 'शर्मा', company: 'Adatum & Partners <Pune>', phones: { BusinessPhone: '+1 206 555 0106' } },
  { given: 'Patricia', surname: 'Doyle', company: 'Contoso', phones: { HomePhone: '+44 117 496 0150' }, address: { key: 'Home', street: '17 Mill Lane', city: 'Bristol', country: 'United Kingdom', postalCode: 'BS2 0XX' }, private: true },
  { given: 'Jörg', surname: 'Privatmann', company: '', phones: { MobilePhone: '+49 176 040 690 99' }, private: true },
];

const suppliers: readonly PlayedContact[] = [
  { given: 'Sven', surname: 'Lindqvist', company: 'Wide World Importers', phones: { BusinessPhone: '+44 117 496 0160' } },
  { given: 'Carla', surname: 'Rossi', company: 'Wide World Importers', phones: { BusinessPhone: '+44 117 496 0161' } },
];

/** The public folders: the root, and those below it. */
export type PublicFolders = readonly [root: PublicFolder, ...below: PublicFolder[]];

const folders: PublicFolders = [
  { key: 'root', name: 'IPM_SUBTREE', contacts: root },
  { key: 'suppliers', name: 'Suppliers', contacts: suppliers },
];

/** The public folders as the scenario has them. */
export function publicFoldersOf(scenario: 'empty' | 'root-empty' | undefined): PublicFolders {
  if (!scenario) return folders;
  const [first, ...below] = folders;
  return [{ ...first, contacts: [] }, ...(scenario === 'empty' ? [] : below)];
}

/** How Outlook shows its name. */
export function displayName({ given, surname }: PlayedContact): string {
  return `${given} ${surname}`;
}
