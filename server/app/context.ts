import type { Config } from '../config.ts';
import type { Ports } from '../ports.ts';
import type { Language } from '../../contract/fields.ts';
import type { Role } from '../../contract/roles.ts';
import type { SignIns } from './sign-in/sign-ins.ts';
import type { Renewals } from './applications/renewal/renewals.ts';
import type { Checks } from './checks/checks.ts';
import type { ProtocolRecorder } from './protocols/recorder.ts';
import type { Limiter } from './http/limiter.ts';

/** What every capability works with. */
export interface Context {
  ports: Ports;
  config: Config;
}

/** Everything that the routes are made of; one for the life of a backend. */
export interface Services extends Context {
  signIns: SignIns;
  checks: Checks;
  renewals: Renewals;
  protocols: ProtocolRecorder;
  limits: { setUp: Limiter; codes: Limiter; checks: Limiter; checkRuns: Limiter; network: Limiter; notices: Limiter; calendar: Limiter };
}

/** Who asks, once it is known. */
export interface Caller {
  accountId: string;
  username: string;
  email: string | null;
  role: Role;
  /** The hash of his session's token. */
  session: string;
}

/** Hono's variables of a request. */
export interface RequestState {
  Variables: { requestId: string; language: Language; caller: Caller };
}
