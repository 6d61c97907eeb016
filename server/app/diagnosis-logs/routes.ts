import { Hono, type Context as HonoContext } from 'hono';
import { api } from '../../../contract/addresses.ts';
import { diagnosisLogsInput, diagnosisLogsReadOnly, diagnosisLogsSettingsInput, type DiagnosisLogsInput } from '../../../contract/diagnosis-logs.ts';
import type { RequestState, Services } from '../context.ts';
import { record } from '../events/record.ts';
import { readBody } from '../http/body.ts';
import { etag } from '../http/etag.ts';
import { needs } from '../http/guard.ts';
import { fieldProblem } from '../http/problem.ts';
import { contentsOf } from './contents.ts';
import { estimate } from './estimate.ts';
import { isUcSuiteRecorded, readLogSettings, saveLogSettings } from './settings.ts';
import { zipOf } from './zip.ts';

/** Diagnosis logs: as one ZIP, or how large it would be; and whether the UC Suite protocols are recorded. */
export function diagnosisLogRoutes(services: Services): Hono<RequestState> {
  const { ports, config, protocols } = services;
  const app = new Hono<RequestState>();
  const showSettings = async (c: HonoContext<RequestState>) => {
    const { settings, version } = await ports.store.transaction((rows) => readLogSettings(rows, config));
    return c.json(settings, 200, { ETag: etag(version) });
  };

  app.get(api.diagnosisLogsSettings, needs(services, 'basic'), showSettings);

  app.put(api.diagnosisLogsSettings, needs(services, 'advanced'), async (c) => {
    const input = await readBody(c.req.raw, diagnosisLogsSettingsInput, diagnosisLogsReadOnly);
    await saveLogSettings(services, input, c.req.header('If-Match'), c.get('caller').username);
    return showSettings(c);
  });

  app.post(api.diagnosisLogs, needs(services, 'advanced'), async (c) => {
    const input = await readBody(c.req.raw, diagnosisLogsInput);
    await checkActivated(input);
    // What was said a moment ago belongs to it.
    await protocols.settled();
    if (c.req.query('dryRun') === 'true') return c.json(await estimate(services, input, c.get('language')));
    const { sources, from, to, maskAddresses = false } = input;
    await record(ports, { kind: 'diagnosis-logs-downloaded', function: null, actor: c.get('caller').username, params: { sources: sources.join(' '), from, to, masked: String(maskAddresses) } });
    const now = ports.clock.now();
    const failed = (error: unknown) => ports.log.error({ requestId: c.get('requestId'), error: String(error) }, 'a ZIP of diagnosis logs broke off');
    const zip = zipOf(contentsOf(services, input, c.get('language')), { at: now, gzip: ports.gzip, failed });
    return c.body(zip, 200, { 'Content-Type': 'application/zip', 'Content-Disposition': `attachment; filename="${nameOf(now)}"` });
  });

  async function checkActivated({ sources }: DiagnosisLogsInput): Promise<void> {
    const at = sources.indexOf('uc-suite-protocols');
    if (at < 0 || (await ports.store.transaction(isUcSuiteRecorded))) return;
    throw fieldProblem(`/sources/${at}`, 'not-activated', `The UC Suite protocols are not recorded. Activate them under Diagnosis Logs, or by PUT ${api.diagnosisLogsSettings} { "ucSuiteProtocols": true }.`);
  }

  return app;
}

function nameOf(now: Date): string {
  return `postern-diagnosis-logs-${now.toISOString().slice(0, 16).replaceAll(':', '')}Z.zip`;
}
