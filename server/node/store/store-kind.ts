/** What kind of database the tables are made for. */
export type StoreKind = 'sqlite' | 'postgres';
