const minute = 60_000;

interface Kind {
  from: string;
  subject: string;
  body: string;
}

// The newest one first; then they begin anew.
const kinds: readonly Kind[] = [
  { from: '=?iso-8859-1?Q?J=F6rg_M=FCller?= <joerg.mueller@fabrikam.example>', subject: '=?utf-8?Q?R=C3=BCckfrage_zu_Ihrer_Rechnung_4711?=', body: 'Guten Tag,\r\n\r\nwann kommt die Gutschrift?\r\n.\r\nDanke' },
  { from: '"Lindqvist, Karin" <karin.lindqvist@northwind.example>', subject: 'Delivery of order 20881 to the branch office', body: 'Hello,\r\n\r\ncould it come on Friday?' },
  {
    from: '=?utf-8?B?546L5LyfIChXZWkgV2FuZyk=?= <wei.wang@adatum.example>',
    subject: '=?utf-8?B?VGVpbG5haG1lIGFuIGRlciBTY2h1bHVuZyBpbSBNw6RyeiDigJMg?=\r\n =?utf-8?B?ZWluIFBsYXR6IG1laHI/?=',
    body: 'Ist das noch möglich?',
  },
  { from: 'no-reply@tailspin.example', subject: 'Your parcel has been handed over', body: 'Track it with number 00340434161094.' },
];

/** How many a mailbox holds, unless a scenario says else. */
export const usualMessages = 4;

/** A message of a queue's mailbox by its number, the last being the newest; made when it is asked for. `now` in milliseconds. */
export function messageAt(number: number, messages: number, mailbox: string, now: number): { header: string; body: string } {
  const age = messages - number;
  const { from, subject, body } = kinds[age % kinds.length] ?? { from: '', subject: '', body: '' };
  const date = new Date(now - (7 + age * 23) * minute).toUTCString().replace('GMT', '+0000');
  const header = [
    `Received: from mail.${from.replace(/^.*@|>$/g, '')} (203.0.113.7) by\r\n FR0P281CA0001.DEUP281.PROD.OUTLOOK.COM (10.167.17.10) with Microsoft SMTP\r\n Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384); ${date}`,
    `From: ${from}`,
    `To: ${mailbox}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${number}.4711@mail.example>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset="utf-8"',
  ];
  return { header: header.join('\r\n'), body };
}

/** The size of a message in octets. Exchange counts roughly, too, unless it is told to be exact. */
export function octetsOf(number: number): number {
  return 2048 + (number % 4) * 512;
}
