-- Every definition that a type has had, so that a text written under an older one can be read by the newest.
create table type_version (
    agency_id     varchar(63)      not null,
    id            uuid             not null primary key,
    type_key      varchar(63)      not null,
    model_version bigint           not null,
    definition    varchar(1048576) not null,
    made_at       timestamp with time zone,
    made_by       uuid             not null,
    constraint type_version_number unique (agency_id, type_key, model_version)
);
insert into type_version (agency_id, id, type_key, model_version, definition, made_at, made_by)
    select agency_id, id, type_key, 0, definition, null, '00000000-0000-0000-0000-000000000000' from content_type;

-- The version of the agency's model whose fields a text has; 0: written before definitions were kept.
alter table revision add column model_version bigint default 0 not null;
alter table publication_content add column model_version bigint default 0 not null;
