create table person (
    id      uuid                     not null primary key,
    name    varchar(200)             not null,
    since   timestamp with time zone not null,
    blocked boolean                  not null
);

create table membership (
    id         uuid        not null primary key,
    person_id  uuid        not null references person (id),
    scope_kind varchar(10) not null,
    scope_id   varchar(63) not null,
    agency_id  varchar(63) not null,
    role       varchar(20) not null,
    unique (person_id, scope_kind, scope_id, role)
);

create table api_token (
    id         uuid                     not null primary key,
    person_id  uuid                     not null references person (id),
    name       varchar(200)             not null,
    hash       varchar(64)              not null unique,
    since      timestamp with time zone not null,
    expires_at timestamp with time zone
);
create index api_token_person on api_token (person_id);
