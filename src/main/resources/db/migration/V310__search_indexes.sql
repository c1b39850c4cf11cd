-- A SKU is found by a part of it, typed with or without its marks; a mistyped word is looked for among those of its first letter.
create index product_sku_without_marks on product using gin (translate(lower(sku), './-', '') gin_trgm_ops);
create index catalog_word_beginning on catalog_word (word text_pattern_ops);
