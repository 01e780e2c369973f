-- What of a publication changes when it opens or closes, apart from what never does: a database may write a changed row anew
-- into every index of its table, and a release changes thousands while the site is locked.
create table publication_span (
    agency_id       varchar(63) not null,
    id              uuid        not null primary key, -- of the publication
    site_id         varchar(63) not null,
    from_version    bigint      not null,
    to_version      bigint      not null,
    changed_version bigint      not null, -- the last version that opened, closed, marked or erased it
    closed_because  varchar(10) not null
);
insert into publication_span (agency_id, id, site_id, from_version, to_version, changed_version, closed_because)
    select agency_id, id, site_id, from_version, to_version, changed_version, closed_because from publication;
create index publication_span_changed on publication_span (site_id, changed_version, id);

drop index publication_changed;
alter table publication drop column from_version;
alter table publication drop column to_version;
alter table publication drop column changed_version;
alter table publication drop column closed_because;
