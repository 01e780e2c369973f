-- A change of many entries at once: the job of the same id does it.
create table bulk_change (
    agency_id  varchar(63)              not null,
    id         uuid                     not null primary key,
    site_id    varchar(63)              not null,
    act        varchar(20)              not null,
    audience   varchar(80),
    field      varchar(63),
    target_id  varchar(36),
    undoes     varchar(36),
    total      int                      not null,
    created_at timestamp with time zone not null
);

-- What is to become of each, what became of it, and what is needed to undo it.
create table bulk_item (
    agency_id    varchar(63)   not null,
    id           uuid          not null primary key,
    bulk_id      uuid          not null,
    site_id      varchar(63)   not null,
    number       int           not null,
    entry_id     uuid          not null,
    locale       varchar(35)   not null,
    outcome      varchar(10)   not null,
    code         varchar(63)   not null,
    sentence     varchar(2000) not null,
    before_state varchar(1048576),
    after_state  varchar(200),
    constraint bulk_item_once unique (agency_id, bulk_id, number)
);
create index bulk_item_outcome on bulk_item (bulk_id, outcome, number);
create index bulk_change_site on bulk_change (site_id);
