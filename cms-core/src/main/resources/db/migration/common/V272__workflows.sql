-- Workflows that agencies made themselves, as they are now.
create table own_workflow (
    agency_id    varchar(63)    not null,
    id           uuid           not null primary key,
    workflow_key varchar(63)    not null,
    number       integer        not null,
    definition   varchar(65536) not null,
    since        varchar(4096)  not null,
    constraint own_workflow_key unique (agency_id, workflow_key)
);

-- Every definition that one has had; they stay when it is removed.
create table workflow_version (
    agency_id    varchar(63)              not null,
    id           uuid                     not null primary key,
    workflow_key varchar(63)              not null,
    number       integer                  not null,
    definition   varchar(65536)           not null,
    made_at      timestamp with time zone not null,
    made_by      uuid                     not null,
    constraint workflow_version_number unique (agency_id, workflow_key, number)
);

-- The version of the workflow by which a step was made: a state that went and came again is another one.
alter table made_transition add column workflow_version integer default 0 not null;
create index workflow_choice_workflow on workflow_choice (agency_id, workflow);
