-- How a buyer of this segment is handled, as customer-segment.dmn said when the deal began.

alter table inquiry
    add column reply_hours   integer check (reply_hours between 1 and 720),
    add column approval_lane varchar(20),
    add column packing       varchar(500),
    add column documents     varchar(500);
comment on column inquiry.reply_hours is 'Within how many hours the sales desk answers; the due date of its tasks on the quote.';
comment on column inquiry.approval_lane is 'USUAL, or EXPORT where the quote needs an approval of the export.';
comment on column inquiry.packing is 'How goods for this buyer are packed, shown on the deal and the pick list.';
comment on column inquiry.documents is 'Papers that go with the goods.';
