-- The nil UUID stands for "none".
create table entry (
    agency_id  varchar(63)              not null,
    id         uuid                     not null primary key,
    version    bigint                   not null,
    site_id    varchar(63)              not null,
    type_key   varchar(63)              not null,
    audience   varchar(63)              not null,
    parent_id  uuid            not null,
    origin     varchar(500),
    created_at timestamp with time zone not null,
    created_by uuid            not null,
    deleted_at timestamp with time zone,
    constraint entry_origin unique (site_id, origin)
);
create index entry_type on entry (site_id, type_key, id);
create index entry_parent on entry (parent_id);

-- path_key is the audience and the path of an entry with a page; of others it is a word of their own, so that it can be unique.
create table translation (
    agency_id          varchar(63)              not null,
    id                 uuid                     not null primary key,
    version            bigint                   not null,
    site_id            varchar(63)              not null,
    entry_id           uuid                     not null,
    locale             varchar(35)              not null,
    slug               varchar(100)             not null,
    explicit_path      varchar(1000),
    path               varchar(1000)            not null,
    path_key           varchar(1100)            not null,
    title              varchar(1000)            not null,
    head_id            uuid                     not null,
    head_number        int                      not null,
    created_at         timestamp with time zone not null,
    updated_at         timestamp with time zone not null,
    updated_by         uuid            not null,
    first_published_at timestamp with time zone,
    published_revision uuid            not null,
    constraint translation_locale unique (entry_id, locale),
    constraint translation_path unique (site_id, path_key)
);
create index translation_updated on translation (site_id, updated_at, id);

create table revision (
    agency_id      varchar(63)              not null,
    id             uuid                     not null primary key,
    site_id        varchar(63)              not null,
    entry_id       uuid                     not null,
    translation_id uuid                     not null,
    number         int                      not null,
    based_on       uuid            not null,
    payload        varchar(1048576)         not null,
    payload_hash   varchar(64)              not null,
    saved_at       timestamp with time zone not null,
    saved_by       uuid            not null,
    constraint revision_number unique (translation_id, number)
);
create index revision_entry on revision (entry_id);

-- What the head revisions point at, so that "where is this used?" is one look-up.
create table entry_reference (
    agency_id      varchar(63)  not null,
    id             uuid         not null primary key,
    site_id        varchar(63)  not null,
    entry_id       uuid         not null,
    translation_id uuid         not null,
    locale         varchar(35)  not null,
    kind           varchar(10)  not null,
    target_id      uuid         not null,
    place          varchar(300) not null
);
create index entry_reference_from on entry_reference (translation_id);
create index entry_reference_target on entry_reference (target_id);
