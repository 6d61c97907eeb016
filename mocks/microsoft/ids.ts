/** The id of something in a mailbox as Exchange has them: long, of base64, and told apart by case. */
export function exchangeId(mailbox: string, key: string): string {
  return `AAMkAD${base64(`${mailbox.toLowerCase()}/${key}`)}`;
}

/** The same as Graph has it, without the letters that mean something in an address. */
export function graphId(mailbox: string, key: string): string {
  return exchangeId(mailbox, key).replaceAll('+', '-').replaceAll('/', '_');
}

/** The version of something with this key. */
export function changeKey(key: string): string {
  return `DwAAABYAAAB${base64(key).slice(0, 16)}`;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
