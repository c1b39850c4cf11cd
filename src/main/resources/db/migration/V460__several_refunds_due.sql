-- An order may be given up in steps, each with money to pay back before finance has paid the one before: each refund has its own number and
-- task. Nothing is owed twice, because receipt.refunded counts what is due as well as what is paid.

drop index refund_due_once;
create index refund_of_order on refund (order_number);
