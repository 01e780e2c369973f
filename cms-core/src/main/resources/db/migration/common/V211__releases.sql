-- Changes of many translations that are to become one site version.
create table site_release (
    agency_id    varchar(63)              not null,
    id           uuid                     not null primary key,
    site_id      varchar(63)              not null,
    name         varchar(200)             not null,
    state        varchar(12)              not null,
    made_version bigint,
    back_version bigint,
    skipped      integer                  not null,
    created_at   timestamp with time zone not null,
    changes      bigint                   not null
);
create index site_release_site on site_release (agency_id, site_id, id);
create table release_item (
    agency_id  varchar(63)  not null,
    id         uuid         not null primary key,
    site_id    varchar(63)  not null,
    release_id uuid         not null,
    place      integer      not null,
    entry_id   uuid         not null,
    locale     varchar(35)  not null,
    act        varchar(10)  not null
);
create index release_item_release on release_item (release_id, place);
create index release_item_entry on release_item (agency_id, site_id, entry_id);
