-- Which revision of which other translation of its entry a translation says the same as. Its id is that of the translation.
create table translation_source (
    agency_id       varchar(63)              not null,
    id              uuid                     not null primary key,
    site_id         varchar(63)              not null,
    entry_id        uuid                     not null,
    locale          varchar(35)              not null,
    source_locale   varchar(35)              not null,
    source_revision uuid                     not null,
    followed_at     timestamp with time zone not null,
    followed_by     uuid                     not null
);
create index translation_source_site on translation_source (site_id, locale, id);
create index translation_source_entry on translation_source (entry_id);
