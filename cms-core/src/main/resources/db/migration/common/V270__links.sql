-- Addresses outside that drafts or publications link to, and whether they answer. Of the installation, as hosts are to be left
-- in peace by all agencies together.
create table outside_link (
    id            uuid                     not null primary key,
    url           varchar(2000)            not null,
    host          varchar(300)             not null,
    status        integer                  not null,
    cause         varchar(30)              not null,
    failures      integer                  not null,
    failing_since timestamp with time zone,
    dead          boolean                  not null,
    checked_at    timestamp with time zone,
    next_at       timestamp with time zone not null
);
create index outside_link_due on outside_link (next_at);

-- When a host may be asked again; later than that while somebody asks.
create table outside_host (
    host    varchar(300)             not null primary key,
    free_at timestamp with time zone not null
);

-- Who links to what: the newest draft, or (in_draft is false) perhaps what visitors still see.
create table link_use (
    id        uuid          not null primary key,
    agency_id varchar(63)   not null,
    site_id   varchar(63)   not null,
    entry_id  uuid          not null,
    locale    varchar(35)   not null,
    link_id   uuid          not null,
    url       varchar(2000) not null,
    in_draft  boolean       not null,
    fresh     boolean       not null
);
create index link_use_translation on link_use (site_id, entry_id, locale);
create index link_use_link on link_use (link_id);
create index link_use_fresh on link_use (fresh);

-- Sites whose pages were read for links: those from before this table was there, and imported ones, are read once.
create table links_read (
    site_id varchar(63)              not null primary key,
    read_at timestamp with time zone not null
);
