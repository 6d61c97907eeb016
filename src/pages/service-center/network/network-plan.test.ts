import { expect, test } from 'vitest';
import { paths } from '../../../paths.ts';
import { planOf, viewOf, wholePlan } from './network-plan.ts';

const searchOf = (path: string) => new URL(path, 'http://localhost').searchParams;

test('a plan comes back from its address, and no plan does', () => {
  expect(planOf(searchOf(paths.network(viewOf(wholePlan))))).toEqual(wholePlan);
  expect(planOf(searchOf(paths.network(viewOf({ cloud: 'china', functions: [] }))))).toEqual({ cloud: 'china', functions: [] });
  expect(planOf(searchOf(paths.network(viewOf(null))))).toBeNull();
});

test('what nobody knows is left out', () => {
  expect(planOf(new URLSearchParams('cloud=germany&function=fax&function=queue-pilot&function=queue-pilot'))).toEqual({ cloud: 'global', functions: ['queue-pilot'] });
});
