import { Trans, useLingui } from '@lingui/react/macro';
import type { CheckRun } from '../../../contract/check-runs.ts';
import type { FunctionName } from '../../../contract/functions.ts';
import { DateTime } from '../../ui/time.tsx';

/** When, by whom, with which product, with which result; and what was not checked. */
export function ReportHead({ run: { startedAt, endedAt, by, productVersion, sendTo, total, passed, failed, notSetUp } }: { run: CheckRun }) {
  const { t, i18n } = useLingui();
  const names: Record<FunctionName, string> = { 'email-forwarding': t`E-mail forwarding`, 'exchange-calendar': t`Exchange Calendar Integration`, 'exchange-directory': t`Exchange PST`, 'queue-pilot': t`Queue Pilots` };
  const notChecked = total - passed - failed;
  const result = passed === total ? t`All ${total} passed` : [t`${passed} of ${total} passed`, failed > 0 && t`${failed} failed`, notChecked > 0 && t`${notChecked} not checked`].filter(Boolean).join(', ');
  const missing = new Intl.ListFormat(i18n.locale).format(notSetUp.map((name) => names[name]));
  return (
    <dl className="summary">
      <dt>
        <Trans>Result</Trans>
      </dt>
      <dd>
        <strong>
          {result}
        </strong>
      </dd>
      <dt>
        <Trans>Began</Trans>
      </dt>
      <dd>
        <DateTime at={startedAt} locale={i18n.locale} exact />
      </dd>
      {endedAt && (
        <>
          <dt>
            <Trans>Ended</Trans>
          </dt>
          <dd>
            <DateTime at={endedAt} locale={i18n.locale} exact />
          </dd>
        </>
      )}
      <dt>
        <Trans>Checked by</Trans>
      </dt>
      <dd>
        <bdi>{by}</bdi>
      </dd>
      <dt>
        <Trans>Product</Trans>
      </dt>
      <dd>Postern {productVersion}</dd>
      {!notSetUp.includes('email-forwarding') && (
        <>
          <dt>
            <Trans>Test mail</Trans>
          </dt>
          <dd>{sendTo ?? <Trans>left out, since whoever checked has no e-mail address in his account</Trans>}</dd>
        </>
      )}
      {notSetUp.length > 0 && (
        <>
          <dt>
            <Trans>Not set up</Trans>
          </dt>
          <dd>{missing}</dd>
        </>
      )}
    </dl>
  );
}
