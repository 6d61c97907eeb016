import { expect, test } from 'vitest';
import { Confidential } from '../confidential.ts';
import { secretsContract } from '../contracts/secrets-contract.ts';
import { createSecrets } from './secrets.ts';

secretsContract('Node', createSecrets);

test('passwords are argon2id, as a PHC string with its cost', async () => {
  expect(await createSecrets(new Uint8Array(32)).hashPassword(new Confidential('x'))).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
});
