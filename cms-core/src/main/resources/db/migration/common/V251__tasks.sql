-- Translations that wait for somebody. Of the installation, as schedules are: ids and times, no words of an agency.
create table task (
    id         uuid                     not null primary key,
    agency_id  varchar(63)              not null,
    site_id    varchar(63)              not null,
    entry_id   uuid                     not null,
    locale     varchar(35)              not null,
    since      timestamp with time zone not null,
    brought_by uuid                     not null,
    assignee   uuid                     not null,
    deadline   timestamp with time zone,
    remind_at  timestamp with time zone,
    changes    bigint                   not null,
    unique (site_id, entry_id, locale)
);
create index task_deadline on task (site_id, deadline, id);
create index task_reminder on task (remind_at);
