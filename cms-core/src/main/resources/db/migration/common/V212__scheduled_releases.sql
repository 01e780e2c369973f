-- A schedule is of a translation or of a release.
alter table schedule alter column entry_id drop not null;
alter table schedule alter column locale drop not null;
alter table schedule add column release_id uuid;
create index schedule_release on schedule (release_id);
