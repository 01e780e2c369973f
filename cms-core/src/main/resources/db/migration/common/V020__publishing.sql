-- An index that serves an "in" list begins with that column: H2 uses no other.

-- What visitors can see, from one site version until another. Open: to_version = 2^63-1. Staged: from_version = 2^63-1
-- and to_version = changed_version = -batch, so that the row is visible at no version and collides with nothing.

-- The words of a publication. They are written once, so that opening and closing intervals moves no text.
create table publication_content (
    agency_id varchar(63)      not null,
    id        uuid             not null primary key,
    payload   varchar(1048576) not null
);

create table publication (
    agency_id          varchar(63)              not null,
    id                 uuid                     not null primary key,
    site_id            varchar(63)              not null,
    entry_id           uuid                     not null,
    locale             varchar(35)              not null,
    audience           varchar(63)              not null,
    path               varchar(2000)            not null,
    place              varchar(400)             not null, -- the path, its hash if too long for an index, or the entry
    type_key           varchar(63)              not null,
    title              varchar(1000)            not null,
    parent_id          uuid                     not null, -- nil: none
    revision_id        uuid                     not null,
    content_id         uuid                     not null,
    content_hash       varchar(64)              not null,
    published_at       timestamp with time zone not null,
    first_published_at timestamp with time zone not null,
    updated_at         timestamp with time zone not null,
    from_version       bigint                   not null,
    to_version         bigint                   not null,
    changed_version    bigint                   not null, -- the last version that opened, closed, marked or erased it
    closed_because     varchar(10)              not null,
    constraint publication_place unique (place, site_id, audience, locale, to_version)
);
-- The fewer indexes hold a version, the shorter a release locks its site.
create index publication_entry on publication (entry_id, site_id, locale);
create index publication_from on publication (site_id, from_version, id);
create index publication_changed on publication (site_id, changed_version, id);
create index publication_content_use on publication (content_id);

create table site_part (
    agency_id       varchar(63)      not null,
    id              uuid             not null primary key,
    site_id         varchar(63)      not null,
    kind            varchar(10)      not null,
    part_key        varchar(2000)    not null,
    place           varchar(400)     not null,
    audience        varchar(63)      not null,
    payload         varchar(1048576) not null,
    origin          varchar(10)      not null, -- by hand, or made when a path moved or vanished
    target_entry    uuid             not null, -- nil: none
    target_place    varchar(400)     not null,
    from_version    bigint           not null,
    to_version      bigint           not null,
    changed_version bigint           not null,
    constraint site_part_place unique (place, site_id, kind, audience, to_version)
);
create index site_part_from on site_part (site_id, from_version, id);
create index site_part_changed on site_part (site_id, changed_version, id);
create index site_part_target_place on site_part (target_place, site_id);
create index site_part_target_entry on site_part (target_entry, site_id);

-- What the words of a publication, or a site part, refer to.
create table publication_reference (
    agency_id varchar(63) not null,
    owner_id  uuid        not null,
    kind      varchar(5)  not null,
    target_id uuid        not null,
    primary key (owner_id, kind, target_id)
);
create index publication_reference_target on publication_reference (target_id, kind);

-- One row for each version of a site: what made it.
create table site_version (
    agency_id   varchar(63)              not null,
    site_id     varchar(63)              not null,
    version     bigint                   not null,
    act         varchar(20)              not null,
    at          timestamp with time zone not null,
    person_id   uuid                     not null, -- nil: the installation
    made        int                      not null,
    changed     int                      not null,
    removed     int                      not null,
    parts       int                      not null,
    skipped     int                      not null,
    lock_millis bigint                   not null,
    rendered    varchar(1048576),
    primary key (site_id, version)
);
create index site_version_time on site_version (site_id, at);

create table erasure (
    agency_id varchar(63)              not null,
    site_id   varchar(63)              not null,
    entry_id  uuid                     not null,
    version   bigint                   not null,
    at        timestamp with time zone not null,
    primary key (site_id, entry_id)
);
create index erasure_version on erasure (site_id, version);

-- Stagings that have begun and not ended; swept when they are old.
create table staging (
    agency_id varchar(63)              not null,
    batch     bigint                   not null primary key,
    site_id   varchar(63)              not null,
    begun_at  timestamp with time zone not null
);

-- From which version on a site's history is kept; no row: from the beginning.
create table kept_history (
    agency_id    varchar(63) not null,
    site_id      varchar(63) not null primary key,
    kept_version bigint      not null
);
