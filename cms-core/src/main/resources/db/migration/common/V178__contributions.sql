-- What visitors add by forms on pages.
create table contribution (
    agency_id   varchar(63)              not null,
    id          uuid                     not null primary key,
    site_id     varchar(63)              not null,
    kind        varchar(16)              not null,
    locale      varchar(35)              not null,
    path        varchar(1000)            not null,
    answer      varchar(16)              not null,
    name        varchar(200)             not null,
    email       varchar(320)             not null,
    words       varchar(5000)            not null,
    received_at timestamp with time zone not null
);
create index contribution_site on contribution (agency_id, site_id, id);
create index contribution_age on contribution (site_id, received_at);
