-- Which workflow a type of entry follows on a site; without a row it is published directly.
create table workflow_choice (
    agency_id varchar(63) not null,
    id        uuid        not null primary key,
    site_id   varchar(63) not null,
    type_key  varchar(63) not null,
    workflow  varchar(63) not null,
    unique (site_id, type_key)
);

-- Each step of a translation. The newest of the workflow that holds says where it is.
create table made_transition (
    agency_id  varchar(63)              not null,
    id         uuid                     not null primary key,
    site_id    varchar(63)              not null,
    entry_id   uuid                     not null,
    locale     varchar(35)              not null,
    number     integer                  not null,
    workflow   varchar(63)              not null,
    transition varchar(63)              not null,
    to_state   varchar(63)              not null,
    revision   uuid                     not null,
    text_hash  varchar(64)              not null,
    made_at    timestamp with time zone not null,
    made_by    uuid                     not null,
    words      varchar(2000)            not null,
    unique (entry_id, locale, number)
);
