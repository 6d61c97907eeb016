import type { PublicFolder, PublicFolders } from '../contacts.ts';
import { exchangeId } from '../ids.ts';
import type { EwsError } from './soap.ts';
import type { XmlElement } from './xml.ts';

export type Folder = { kind: 'calendar' | 'other' } | { kind: 'public'; folder: PublicFolder };

/** The id of a public folder. */
export function publicFolderId(key: string): string {
  return exchangeId('public folders', key);
}

/** What an operation can read: who asks for it is let into. */
export interface Content {
  /** Of the mailbox. */
  address: string;
  isCrowded: boolean;
  publicFolders: PublicFolders;
}

/** The folder that an operation is about; with several of them the first. */
export function parentFolder(operation: XmlElement, publicFolders: PublicFolders): Folder | EwsError {
  const [given] = operation.children.find(({ name }) => name === 'm:ParentFolderIds')?.children ?? [];
  const id = given?.attributes['Id'] ?? '';
  if (given?.name === 't:DistinguishedFolderId') return id === 'publicfoldersroot' ? { kind: 'public', folder: publicFolders[0] } : { kind: id === 'calendar' ? 'calendar' : 'other' };
  const folder = publicFolders.find(({ key }) => publicFolderId(key) === id);
  return folder ? { kind: 'public', folder } : { code: 'ErrorInvalidIdMalformed', text: 'Id is malformed.' };
}
