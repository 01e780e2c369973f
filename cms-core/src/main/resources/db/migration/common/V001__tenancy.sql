-- Platform tables: they belong to no agency.
create table agency (
    id       varchar(63)              not null primary key,
    name     varchar(200)             not null,
    since    timestamp with time zone not null,
    revision bigint                   not null
);

-- The site head: its row is locked while the site gets its next version.
create table site_head (
    id        varchar(63)  not null primary key,
    agency_id varchar(63)  not null references agency (id),
    version   bigint       not null,
    name      varchar(200) not null,
    state     varchar(10)  not null,
    time_zone varchar(60)  not null,
    locales   varchar(400) not null
);
create index site_head_agency on site_head (agency_id);

create table hostname (
    host      varchar(253) not null primary key,
    site_id   varchar(63)  not null references site_head (id),
    canonical boolean      not null
);
create index hostname_site on hostname (site_id);

create table installation_secret (
    name   varchar(40)  not null primary key,
    secret varchar(200) not null
);
