import { expect, test } from './fixtures.ts';
import { fillBasic, ladder, section, signInAtMicrosoft } from './journeys.ts';

// What a check of Exchange Online finds before anybody has signed in: which step it is, what it says, and who must act.
const early: [string, number, RegExp, string][] = [
  ['host-not-found', 1, /The name smtp\.office365\.com cannot be resolved\./, 'Network administrator'],
  ['connection-refused', 1, /smtp\.office365\.com refuses connections at port 587\./, 'Network administrator'],
  ['certificate-not-trusted', 2, /Somebody between here and smtp\.office365\.com opens the encryption: the certificate was issued by Contoso Web Filter/, 'Network administrator'],
];
for (const [scenario, at, cause, owner] of early) {
  test(`${scenario}: the step, the cause, and who must act`, async ({ page, system }) => {
    await system.openSignedIn({ scenario });
    await fillBasic(page, { host: 'smtp.office365.com' });
    const check = section(page, 'Check');
    await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
    await expect(ladder(page).nth(at)).toHaveText(/Failed:/);
    await expect(check.getByText(cause)).toBeVisible();
    await expect(check.getByText(owner, { exact: true })).toBeVisible();
    await expect(ladder(page).last()).toHaveText(/not reached/);
    await expect(page.getByLabel('Password')).toHaveValue('correct horse battery');
  });
}

test('mailbox-refused: the token is good, the mailbox does not let it in', async ({ page, system }) => {
  await system.openSignedIn();
  await signInAtMicrosoft(page);
  await system.choose('mailbox-refused');
  const check = section(page, 'Check');
  await check.getByRole('button', { name: 'Check e-mail forwarding' }).click();
  await expect(check.getByText(/Microsoft gave a token to pbx@contoso\.com, but Exchange does not let it into the mailbox\./)).toBeVisible();
  await expect(check.getByText(/535 5\.7\.3 Authentication unsuccessful/)).toBeVisible();
  await expect(check.getByText('Exchange administrator', { exact: true })).toBeVisible();
});

test('public-client-off: the code is refused, and the switch is named', async ({ page, system }) => {
  await system.openSignedIn({ scenario: 'public-client-off' });
  await page.getByLabel('E-mail address').fill('pbx@contoso.com');
  await page.getByLabel('Application ID').fill('2ce20fd9-826c-440f-bc3b-0d52c1a7e9f4');
  await page.getByLabel('Tenant ID').fill('contoso.com');
  await page.getByRole('button', { name: 'OK & Next' }).click();
  const signIn = section(page, 'Sign in at Microsoft');
  await expect(signIn.getByText('The application does not allow public client flows, and the device code is one.')).toBeVisible();
  await expect(signIn.getByText(/Authentication → Allow public client flows: Yes/)).toBeVisible();
  await expect(signIn.getByText(/AADSTS7000218/)).toBeVisible();
});
