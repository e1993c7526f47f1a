-- why:    speech is taken as plain sound, so that nobody has to type at the roadside
-- locks:  stored_file exclusively for a moment; the check is not looked at again for rows that are there
-- undo:   put the check of V001 back
alter table evidence.stored_file drop constraint stored_file_kind_known;
alter table evidence.stored_file add constraint stored_file_kind_known
  check (kind in ('jpeg', 'png', 'pdf', 'docx', 'xlsx', 'text', 'wav'));
