import type { Access } from '../../../../contract/external-providers.ts';

interface Refused {
  protocol: Access;
  status: number;
  /** Exchange's response code or Graph's error code; null where the answer is a status only. */
  code: string | null;
  message: string;
  /** What the server asks to wait: Retry-After, or the fault's BackOffMilliseconds. */
  retryAfterSeconds?: number | null;
  requestId?: string | null;
  /** The names of the ways to sign in that a 401 offers, in lower case. */
  offers?: readonly string[];
  /** Why a token was refused, by the header x-ms-diagnostics. */
  reason?: string | null;
  /** Where a redirect leads. */
  location?: string | null;
}

const mostOfMessage = 4000;

/** Exchange or Graph answered, and what it says is no. */
export class ExchangeRefusal extends Error {
  readonly protocol: Access;
  readonly status: number;
  readonly code: string | null;
  readonly retryAfterSeconds: number | null;
  readonly requestId: string | null;
  readonly offers: readonly string[];
  readonly reason: string | null;
  readonly location: string | null;
  constructor({ protocol, status, code, message, retryAfterSeconds, requestId, offers, reason, location }: Refused) {
    super(message.slice(0, mostOfMessage));
    this.protocol = protocol;
    this.status = status;
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds ?? null;
    this.requestId = requestId ?? null;
    this.offers = offers ?? [];
    this.reason = reason ?? null;
    this.location = location ?? null;
  }
}

/** `html`: a page of somebody's. `cut`: ends in the middle. `entities`: declares entities or a document type. `other`: well-formed, but not of the protocol. `content`: of the protocol, but a value in it is none. */
export type AnswerFault = 'html' | 'cut' | 'entities' | 'malformed' | 'other' | 'content' | 'foreign-link';

/** What answered does not speak the protocol as published. What it said is not kept. */
export class UnreadableAnswer extends Error {
  readonly protocol: Access;
  readonly fault: AnswerFault;
  readonly status: number;
  constructor(protocol: Access, fault: AnswerFault, status: number) {
    super(`${protocol}: ${fault}`);
    this.protocol = protocol;
    this.fault = fault;
    this.status = status;
  }
}
