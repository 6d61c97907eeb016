import { Confidential } from '../../confidential.ts';

const names = ['password', 'ownPassword', 'passphrase', 'clientSecret', 'signingSecret', 'code'] as const;
type Name = (typeof names)[number];

/** A body's value in which each password, client secret and set-up code is `Confidential`. */
export type Received<T> = T extends readonly (infer Item)[] ? Received<Item>[] : T extends object ? { [Member in keyof T]: Member extends Name ? Hidden<T[Member]> : Received<T[Member]> } : T;

type Hidden<T> = T extends string ? Confidential : T;

/** Hides the secrets of a value that was checked by its contract. */
export function receive<T>(value: T): Received<T> {
  return hide(value) as Received<T>;
}

function hide(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hide);
  if (typeof value !== 'object' || value === null || value instanceof Confidential) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, typeof member === 'string' && isSecret(name) ? new Confidential(member) : hide(member)]));
}

function isSecret(name: string): boolean {
  return names.some((one) => one === name);
}
