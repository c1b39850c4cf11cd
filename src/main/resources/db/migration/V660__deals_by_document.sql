-- People look for a deal by the number of a paper of it.
create index deal_entry_of_document on deal_entry (upper(document_number)) where document_number is not null;
