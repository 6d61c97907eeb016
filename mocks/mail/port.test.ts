import { mailContract } from '../../server/contracts/mail-contract.ts';
import { processState } from '../../server/memory/shared-state.ts';
import { clock } from '../clock.ts';
import { playedMicrosoft } from '../microsoft/state.ts';
import { issueApplicationToken, issueTokens } from '../microsoft/tokens.ts';
import { playMailPorts } from './port.ts';

const user = 'pbx@contoso.com';

mailContract('played in the browser', async (scenario) => {
  const microsoft = playedMicrosoft(processState(), { scenario, intervalSeconds: 1, latencyMs: 0 });
  const grant = { account: user, tenantGuid: 'x', clientId: 'x', scope: 'https://outlook.office.com/SMTP.Send' };
  const { access_token: accessToken } = await issueTokens(microsoft.change, grant, 'https://login.microsoftonline.com', Date.now());
  return {
    ...playMailPorts(microsoft, clock),
    server: { host: 'smtp.office365.com', port: 587, encryption: 'starttls' },
    user,
    accessToken,
    applicationToken: (await issueApplicationToken(microsoft.change, { ...grant, roles: ['SMTP.SendAsApp'] }, Date.now())).access_token,
    received: async () => (await microsoft.read()).mails,
    close: async () => {},
  };
});
