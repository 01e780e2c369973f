create table job (
    id           uuid                     not null primary key,
    kind         varchar(60)              not null,
    agency_id    varchar(63),
    site_id      varchar(63),
    person_id    varchar(36),
    state        varchar(10)              not null,
    input        varchar(1048576)         not null,
    report       varchar(1048576),
    log          varchar(200000)          not null,
    done         bigint                   not null,
    total        bigint                   not null,
    failure      varchar(2000),
    cancel_asked boolean                  not null,
    created_at   timestamp with time zone not null,
    ended_at     timestamp with time zone
);
create index job_site on job (site_id, created_at);
