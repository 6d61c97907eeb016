import { expect, test } from './fixtures.ts';
import { ladder, section, signInAtMicrosoft } from './journeys.ts';

// What a check finds with a sign-in that works: the step, what is said, and who must act.
const failures: [string, number, RegExp, string][] = [
  ['mail-server-busy', 2, /busy or limits this mailbox/, 'Nobody: it passes'],
  ['no-starttls', 2, /does not offer STARTTLS/, 'Network administrator'],
  ['certificate-other-name', 2, /is for another name/, 'Network administrator'],
  ['certificate-expired', 2, /ended on/, 'Network administrator'],
  ['clock-wrong', 3, /differs from Microsoft’s by (?:599|600|601) seconds/, 'You, the administrator of the telephone system'],
  ['identity-500', 4, /reports a fault of its own/, 'Nobody: it passes'],
  ['identity-html', 4, /is not Microsoft’s sign-in service/, 'Network administrator'],
  ['identity-cut', 4, /closed the connection in the middle/, 'Network administrator'],
  ['smtp-auth-disabled-tenant', 7, /switched off for the whole tenant/, 'Exchange administrator'],
  ['smtp-security-defaults', 7, /security defaults of the tenant keep pbx@contoso\.com/, 'Entra administrator'],
  ['send-as-denied', 8, /may not send as pbx@contoso\.com/, 'Exchange administrator'],
  ['mailbox-logon-failed', 8, /430 4\.2\.0/, 'Exchange administrator'],
  ['sender-limit', 8, /Exchange Online allows three/, 'You, the administrator of the telephone system'],
  ['quota-reached', 8, /10,000 recipients a day/, 'Exchange administrator'],
  ['cut-in-data', 8, /The mail may have arrived, or not/, 'Network administrator'],
];

test('each failure of the network and of the mail server stops the check at its step, with cause and owner', async ({ page, system }) => {
  test.slow();
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  const check = section(page, 'Check');
  for (const [scenario, at, cause, owner] of failures) {
    await test.step(scenario, async () => {
      await system.choose(scenario);
      await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
      await expect(check.getByText(cause).first()).toBeVisible();
      await expect(ladder(page).nth(at)).toHaveText(/Failed:/);
      await expect(check.getByText(owner, { exact: true })).toBeVisible();
    });
  }
});

test('the sign-in service takes the connection and never answers: the check waits ten seconds, and can be cancelled', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await system.choose('identity-silent');
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(ladder(page).nth(3)).toHaveText(/Running:/);
  await check.getByRole('button', { name: 'Cancel' }).click();
  await expect(check.getByText('The check was cancelled.')).toBeVisible();
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(check.getByText(/does not answer|never answers/).first()).toBeVisible({ timeout: 20_000 });
});
