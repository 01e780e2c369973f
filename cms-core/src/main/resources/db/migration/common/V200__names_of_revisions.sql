-- A name that a person gave a revision, to find it again.
alter table revision add column name varchar(200);
