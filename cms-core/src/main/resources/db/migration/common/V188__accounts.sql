-- How persons prove who they are. Platform tables; of every secret only the hash.
alter table person add column mail varchar(254);
alter table person add column language varchar(2);
create unique index person_mail on person (mail);

create table credential (
    person_id uuid                     not null primary key references person (id),
    hash      varchar(300)             not null,
    since     timestamp with time zone not null
);

-- One row is one sign-in, on the platform's host and on those of all sites.
create table person_session (
    id         uuid                     not null primary key,
    person_id  uuid                     not null references person (id),
    hash       varchar(64)              not null unique,
    device     varchar(200)             not null,
    since      timestamp with time zone not null,
    seen_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null
);
create index person_session_person on person_session (person_id);
create index person_session_end on person_session (expires_at);

-- The cookies by which the hosts of a site know a session.
create table site_session (
    hash       varchar(64) not null primary key,
    session_id uuid        not null references person_session (id) on delete cascade,
    site_id    varchar(63) not null
);
create index site_session_session on site_session (session_id);

-- One-time codes with which a session goes over to a site.
create table hand_over (
    hash        varchar(64)              not null primary key,
    session_id  uuid                     not null references person_session (id) on delete cascade,
    site_id     varchar(63)              not null,
    state_hash  varchar(64)              not null,
    return_path varchar(2000)            not null,
    expires_at  timestamp with time zone not null
);
create index hand_over_session on hand_over (session_id);
create index hand_over_end on hand_over (expires_at);

-- Links that let somebody choose a password, once.
create table one_time_link (
    hash       varchar(64)              not null primary key,
    person_id  uuid                     not null references person (id),
    purpose    varchar(20)              not null,
    expires_at timestamp with time zone not null
);
create index one_time_link_person on one_time_link (person_id);

-- Mails that wait for their job. Gone once they are sent.
create table account_mail (
    id        uuid                     not null primary key,
    kind      varchar(20)              not null,
    address   varchar(254)             not null,
    language  varchar(2)               not null,
    about     varchar(200)             not null,
    since     timestamp with time zone not null,
    tries     integer                  not null
);
