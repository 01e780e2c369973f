-- What is to happen to a translation at a time. Of the installation, as jobs are: ids and times, no words of an agency.
create table schedule (
    id            uuid                     not null primary key,
    agency_id     varchar(63)              not null,
    site_id       varchar(63)              not null,
    entry_id      uuid                     not null,
    locale        varchar(35)              not null,
    act           varchar(10)              not null,
    revision_id   uuid,
    due_at        timestamp with time zone not null,
    reading       varchar(10)              not null,
    person_id     uuid,
    state         varchar(10)              not null,
    made_version  bigint,
    code          varchar(63)              not null,
    sentence      varchar(2000)            not null,
    findings      varchar(1048576)         not null,
    tries         integer                  not null,
    next_try_at   timestamp with time zone not null,
    created_at    timestamp with time zone not null,
    ended_at      timestamp with time zone,
    changes       bigint                   not null
);
create index schedule_due on schedule (state, due_at);
create index schedule_site on schedule (site_id, due_at, id);
create index schedule_entry on schedule (site_id, entry_id);
