-- What the source said last, where the entry's draft is a merge of that with what editors wrote: the base of the next merge.
alter table import_origin add column merged_base varchar(1048576);
