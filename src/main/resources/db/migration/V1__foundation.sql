-- Row ids of all rooms; handed out in blocks of 50, so gaps are normal and mean nothing.
create sequence tradeflow_id_seq increment by 50;
