-- What became of each file of an import: rows, since an import may have tens of thousands.
create table imported_file (
    agency_id varchar(63)   not null,
    id        uuid          not null primary key,
    site_id   varchar(63)   not null,
    job_id    uuid          not null,
    number    int           not null,
    file      varchar(500)  not null,
    outcome   varchar(16)   not null,
    state     varchar(16)   not null,
    path      varchar(1000) not null,
    entry_id  uuid          not null,
    details   varchar(1048576),
    constraint imported_file_once unique (job_id, number)
);
create index imported_file_outcome on imported_file (job_id, outcome, number);
create index imported_file_entry on imported_file (entry_id);
create index imported_file_site on imported_file (site_id);

-- Since when an entry is kept but no longer meant for visitors.
alter table entry add column archived_at timestamp with time zone;
