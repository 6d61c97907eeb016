import { calendarProperties } from './calendar-item.ts';
import { contactProperties } from './contact-item.ts';
import { folderProperties } from './find-folder.ts';

/** One place in a sequence: which elements may stand there, and how often. */
export interface Slot {
  of: readonly string[];
  optional?: true;
  many?: true;
}

/** What an attribute or a text may be. */
export type Values = readonly string[] | 'int' | 'dateTime' | 'boolean' | 'string';

export interface Type {
  /** In this order. */
  sequence?: readonly Slot[];
  text?: Values;
  attributes?: Record<string, { values: Values; required?: true }>;
}

const one = (...of: string[]): Slot => ({ of });
const perhaps = (...of: string[]): Slot => ({ of, optional: true });
const some = (...of: string[]): Slot => ({ of, many: true });
const required = (values: Values) => ({ values, required: true as const });

const paths = ['t:FieldURI', 't:IndexedFieldURI', 't:ExtendedFieldURI'];
const comparisons = ['t:IsEqualTo', 't:IsNotEqualTo', 't:IsGreaterThan', 't:IsGreaterThanOrEqualTo', 't:IsLessThan', 't:IsLessThanOrEqualTo'];
const expressions = ['t:Contains', 't:Exists', ...comparisons, 't:And', 't:Not', 't:Or'];
const comparison: Type = { sequence: [one(...paths), one('t:FieldURIOrConstant')] };
const shapes = ['IdOnly', 'Default', 'AllProperties'];
const folderIds: Type = { sequence: [some('t:FolderId', 't:DistinguishedFolderId')] };
const page: Type = { attributes: { MaxEntriesReturned: { values: 'int' }, Offset: required('int'), BasePoint: required(['Beginning', 'End']) } };
const address: Type = { text: 'string' };

/** The part of Exchange Web Services' schema (messages.xsd and types.xsd of Exchange 2013 SP1) that the played operations need; an element that is not here is refused. */
export const schema: Record<string, Type> = {
  's:Envelope': { sequence: [perhaps('s:Header'), one('s:Body')] },
  's:Body': { sequence: [one('m:FindItem', 'm:FindFolder')] },

  't:RequestServerVersion': { attributes: { Version: required(['Exchange2007', 'Exchange2007_SP1', 'Exchange2010', 'Exchange2010_SP1', 'Exchange2010_SP2', 'Exchange2013', 'Exchange2013_SP1', 'Exchange2015', 'Exchange2016', 'V2015_10_05']) } },
  't:ExchangeImpersonation': { sequence: [one('t:ConnectingSID')] },
  't:ConnectingSID': { sequence: [one('t:PrincipalName', 't:SID', 't:PrimarySmtpAddress', 't:SmtpAddress')] },
  't:PrincipalName': address,
  't:SID': address,
  't:PrimarySmtpAddress': address,
  't:SmtpAddress': address,
  't:MailboxCulture': { text: 'string' },
  't:DateTimePrecision': { text: ['Seconds', 'Milliseconds'] },
  't:TimeZoneContext': { sequence: [one('t:TimeZoneDefinition')] },
  't:TimeZoneDefinition': { attributes: { Id: { values: 'string' }, Name: { values: 'string' } } },

  'm:FindItem': {
    attributes: { Traversal: required(['Shallow', 'SoftDeleted', 'Associated']) },
    sequence: [one('m:ItemShape'), perhaps('m:IndexedPageItemView', 'm:CalendarView'), perhaps('m:Restriction'), perhaps('m:SortOrder'), one('m:ParentFolderIds')],
  },
  'm:FindFolder': {
    attributes: { Traversal: required(['Shallow', 'Deep', 'SoftDeleted']) },
    sequence: [one('m:FolderShape'), perhaps('m:IndexedPageFolderView'), perhaps('m:Restriction'), one('m:ParentFolderIds')],
  },
  'm:ItemShape': { sequence: [one('t:BaseShape'), perhaps('t:IncludeMimeContent'), perhaps('t:BodyType'), perhaps('t:AdditionalProperties')] },
  'm:FolderShape': { sequence: [one('t:BaseShape'), perhaps('t:AdditionalProperties')] },
  't:BaseShape': { text: shapes },
  't:IncludeMimeContent': { text: 'boolean' },
  't:BodyType': { text: ['Best', 'HTML', 'Text'] },
  't:AdditionalProperties': { sequence: [some(...paths)] },
  't:FieldURI': { attributes: { FieldURI: required([...calendarProperties, ...contactProperties, ...folderProperties].map(({ uri }) => uri)) } },
  't:IndexedFieldURI': {
    attributes: {
      FieldURI: required(['contacts:PhoneNumber', ...['Street', 'City', 'State', 'CountryOrRegion', 'PostalCode'].map((part) => `contacts:PhysicalAddress:${part}`)]),
      FieldIndex: required('string'),
    },
  },
  't:ExtendedFieldURI': {
    attributes: Object.fromEntries(['DistinguishedPropertySetId', 'PropertySetId', 'PropertyTag', 'PropertyName', 'PropertyId', 'PropertyType'].map((name) => [name, { values: 'string' as const }])),
  },
  'm:CalendarView': { attributes: { MaxEntriesReturned: { values: 'int' }, StartDate: required('dateTime'), EndDate: required('dateTime') } },
  'm:IndexedPageItemView': page,
  'm:IndexedPageFolderView': page,
  'm:SortOrder': { sequence: [some('t:FieldOrder')] },
  't:FieldOrder': { sequence: [one(...paths)], attributes: { Order: required(['Ascending', 'Descending']) } },
  'm:ParentFolderIds': folderIds,
  't:FolderId': { attributes: { Id: required('string'), ChangeKey: { values: 'string' } } },
  't:DistinguishedFolderId': {
    attributes: { Id: required(['calendar', 'contacts', 'inbox', 'msgfolderroot', 'root', 'publicfoldersroot']), ChangeKey: { values: 'string' } },
    sequence: [perhaps('t:Mailbox')],
  },
  't:Mailbox': { sequence: [perhaps('t:Name'), perhaps('t:EmailAddress'), perhaps('t:RoutingType')] },
  't:Name': { text: 'string' },
  't:EmailAddress': { text: 'string' },
  't:RoutingType': { text: 'string' },

  'm:Restriction': { sequence: [one(...expressions)] },
  't:Contains': {
    sequence: [one(...paths), one('t:Constant')],
    attributes: {
      ContainmentMode: { values: ['FullString', 'Prefixed', 'Substring', 'PrefixOnWords', 'ExactPhrase'] },
      ContainmentComparison: { values: ['Exact', 'IgnoreCase', 'IgnoreNonSpacingCharacters', 'Loose', 'IgnoreCaseAndNonSpacingCharacters', 'LooseAndIgnoreCase', 'LooseAndIgnoreNonSpace', 'LooseAndIgnoreCaseAndIgnoreNonSpace'] },
    },
  },
  't:Constant': { attributes: { Value: required('string') } },
  't:FieldURIOrConstant': { sequence: [one(...paths, 't:Constant')] },
  't:Exists': { sequence: [one(...paths)] },
  't:And': { sequence: [some(...expressions)] },
  't:Or': { sequence: [some(...expressions)] },
  't:Not': { sequence: [one(...expressions)] },
  ...Object.fromEntries(comparisons.map((name) => [name, comparison])),
};

/** What may stand in a header, in any order, each once. */
export const headers: readonly string[] = ['t:RequestServerVersion', 't:ExchangeImpersonation', 't:MailboxCulture', 't:DateTimePrecision', 't:TimeZoneContext'];
