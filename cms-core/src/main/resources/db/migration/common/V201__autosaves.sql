-- Autosaves are kept for a while only, unless they were shown, named or are the newest of their hour.
alter table revision add column kept varchar(8) default 'always' not null;
create index revision_kept on revision (kept, saved_at);

-- What was written on a revision that is no more.
create table kept_draft (
    agency_id      varchar(63)              not null,
    id             uuid                     not null primary key,
    site_id        varchar(63)              not null,
    entry_id       uuid                     not null,
    translation_id uuid                     not null,
    based_on       uuid                     not null,
    payload        varchar(1048576)         not null,
    payload_hash   varchar(64)              not null,
    saved_at       timestamp with time zone not null,
    saved_by       uuid                     not null
);
create index kept_draft_translation on kept_draft (translation_id);
