/** SQL that makes an embedded store what the version before the event log has left: one without what came since. */
export const withoutEventLog = `
  drop table notice_standings; drop table notice_ends; drop table notice_deliveries;
  delete from kysely_migration where name = '0010-notices';
  drop table tries;
  alter table accounts drop column version; alter table accounts drop column password_changed_at; alter table accounts drop column last_sign_in_at;
  delete from kysely_migration where name = '0011-administrators';
  drop table check_run_items; drop table check_runs;
  delete from kysely_migration where name = '0008-check-runs';
  drop table renewal_uses; drop table renewals;
  delete from kysely_migration where name = '0009-renewals';
  drop table protocols;
  delete from kysely_migration where name = '0007-protocols';
  drop table event_vocabulary; drop table event_words; drop table events;
  create table events (sequence integer primary key autoincrement, id text not null unique, at text not null, kind text not null, function text, actor text, params text default '{}' not null, ref text);
  delete from kysely_migration where name = '0006-event-log';
`;

/** And before the contact center, as well. */
export const withoutContactCenter = `${withoutEventLog}
  drop table pilots; drop table queues;
  drop index checks_of_function; drop index checks_by_state;
  alter table checks drop column ref; alter table events drop column ref;
  delete from kysely_migration where name = '0005-contact-center';
`;
