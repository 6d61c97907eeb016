const isMail = /^(?:Content-Type:\s{0,4}(?:multipart\/|message\/)|MIME-Version:\s{0,4}1)/im;

/** The texts inside of a mail that was pasted whole, a bounce with its delivery status (RFC 3464) included, without their encoding; none of what is no mail. */
export async function mailParts(text: string): Promise<string[]> {
  if (!isMail.test(text)) return [];
  // Only where a mail is pasted: the parser takes room that is not there otherwise.
  const { default: PostalMime } = await import('postal-mime');
  const start = text.search(/^[A-Za-z][\w-]{1,60}:/m);
  const mail = await PostalMime.parse(text.slice(Math.max(start, 0)), { attachmentEncoding: 'utf8' }).catch(() => null);
  if (!mail) return [];
  const attached = mail.attachments.filter(({ mimeType }) => /^(?:text|message)\//.test(mimeType)).map(({ content }) => (typeof content === 'string' ? content : ''));
  return [mail.text ?? '', mail.html ?? '', ...attached].filter((part) => part !== '');
}
