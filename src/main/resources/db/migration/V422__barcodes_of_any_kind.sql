-- Products bear barcodes of their makers too, which are no GTIN.

alter table product_gtin rename to product_barcode;
alter table product_barcode rename column gtin to code;
alter index product_gtin_of_product rename to product_barcode_of_product;
alter table product_barcode drop constraint product_gtin_gtin_check;
alter table product_barcode alter column code type varchar(48);
alter table product_barcode add constraint a_gtin_of_14_digits_or_a_code_of_another_kind
    check (code ~ '^[A-Z0-9][A-Z0-9./+-]{2,47}$' and code !~ '^([0-9]{8}|[0-9]{12,13})$');
comment on table product_barcode is
    'Barcodes, each of one product: a GTIN with 14 digits, or a code of another kind; one of a packaging unit counts as many as the unit holds.';
