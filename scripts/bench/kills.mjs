import { setTimeout as wait } from 'node:timers/promises';
import { ask, newFolder, setUp, settings, startPostern } from './postern.mjs';

const kills = 200;
const longestMs = 120;

/** SIGKILL in the middle of writes, again and again: what was acknowledged must be there. */
export async function measureKills() {
  const { folder, remove } = newFolder();
  let postern = await startPostern(folder);
  const cookie = await setUp(postern);
  let acknowledged = 0;
  let lost = 0;
  let writes = 0;
  for (let count = 0; count < kills; count++) {
    const writing = write(postern.url);
    await wait(Math.random() * longestMs);
    await postern.end('SIGKILL');
    await writing;
    postern = await startPostern(folder);
    const { version } = await read(postern.url);
    if (version < acknowledged) lost++;
    acknowledged = version;
  }
  await postern.end('SIGTERM');
  remove();
  return [{ what: `Acknowledged writes lost in ${kills} SIGKILLs (${writes} writes)`, value: lost, budget: '0', kept: lost === 0 && writes > kills }];

  async function read(url) {
    const answer = await ask(url, cookie, 'GET', '/api/v1/email-forwarding');
    await answer.arrayBuffer();
    return { version: Number((answer.headers.get('ETag') ?? '"0"').slice(1, -1)) };
  }

  // Until the server is gone; an answer that is no acknowledgement ends the measurement.
  async function write(url) {
    for (;;) {
      const answer = await ask(url, cookie, 'PUT', '/api/v1/email-forwarding', { ...settings, emailAddress: `pbx${acknowledged}@contoso.com` }, { 'If-Match': `"${acknowledged}"` }).catch(() => null);
      if (answer === null || (await answer.arrayBuffer().catch(() => null)) === null) return;
      if (answer.status !== 200) throw new Error(`A write was answered with HTTP ${answer.status}.`);
      acknowledged = Number((answer.headers.get('ETag') ?? '').slice(1, -1));
      writes++;
    }
  }
}
