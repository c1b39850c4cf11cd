-- What an order waits for has a day of its own, kept with the order's promises.

comment on column backorder.expected_on is
    'Day on which what is missing arrives at the buyer, as known when it was last worked out; null where nobody knows.';
comment on column backorder.expected_why is 'Where it comes from and how long it is on the way, for staff.';
