import { secretsContract } from '../../server/contracts/secrets-contract.ts';
import { browserSecrets } from './secrets.ts';

secretsContract('browser', browserSecrets);
