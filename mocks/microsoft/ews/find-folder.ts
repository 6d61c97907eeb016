import type { PublicFolder } from '../contacts.ts';
import { changeKey } from '../ids.ts';
import { element } from './calendar-item.ts';
import { parentFolder, publicFolderId, type Content } from './folders.ts';
import { readShape, writeProperties, type Property } from './shape.ts';
import { failure, success } from './soap.ts';
import type { XmlElement } from './xml.ts';

/** Of a folder, in the order of BaseFolderType of the schema. A search in public folders tells no counts where all properties are asked for. */
export const folderProperties: readonly Property<PublicFolder>[] = [
  { uri: 'folder:ParentFolderId', write: () => `<t:ParentFolderId Id="${publicFolderId('root')}" ChangeKey="${changeKey('root')}"/>` },
  { uri: 'folder:FolderClass', write: () => element('FolderClass', 'IPF.Contact') },
  { uri: 'folder:DisplayName', isDefault: true, write: ({ name }) => element('DisplayName', name) },
  { uri: 'folder:TotalCount', isDefault: true, write: ({ contacts }, { base }) => (base === 'AllProperties' ? '' : element('TotalCount', contacts.length)) },
  { uri: 'folder:ChildFolderCount', isDefault: true, write: () => element('ChildFolderCount', 0) },
];

/** The answer to FindFolder: the folders below another one. Mailboxes have none here. */
export function findFolder(operation: XmlElement, { publicFolders }: Content): string {
  const parent = parentFolder(operation, publicFolders);
  if ('code' in parent) return failure('FindFolder', parent);
  if (parent.kind === 'public' && operation.attributes['Traversal'] === 'Deep') return failure('FindFolder', { code: 'ErrorInvalidOperation', text: 'Deep traversal queries are not allowed for public folders.' });
  const shape = operation.children.find(({ name }) => name === 'm:FolderShape');
  const found = parent.kind === 'public' && parent.folder.key === 'root' ? publicFolders.slice(1) : [];
  const folders = found.map((folder) => `<t:ContactsFolder><t:FolderId Id="${publicFolderId(folder.key)}" ChangeKey="${changeKey(folder.key)}"/>${shape ? writeProperties(folderProperties, folder, readShape(shape)) : ''}</t:ContactsFolder>`);
  return success('FindFolder', `<m:RootFolder TotalItemsInView="${folders.length}" IncludesLastItemInRange="true"><t:Folders>${folders.join('')}</t:Folders></m:RootFolder>`);
}
