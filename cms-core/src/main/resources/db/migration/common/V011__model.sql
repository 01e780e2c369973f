create table model_head (
    agency_id varchar(63) not null,
    id        uuid        not null primary key,
    version   bigint      not null,
    stamp     uuid        not null
);

create table content_type (
    agency_id  varchar(63)      not null,
    id         uuid             not null primary key,
    version    bigint           not null,
    type_key   varchar(63)      not null,
    definition varchar(1048576) not null,
    constraint content_type_key unique (agency_id, type_key)
);
