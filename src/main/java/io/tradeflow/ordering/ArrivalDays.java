package io.tradeflow.ordering;

import java.time.LocalDate;
import java.util.Map;

/** When the lines of a confirmed order arrive, as far as the rooms that know stock and ways can say. A later room implements it. */
public interface ArrivalDays {

    /** By line number, of the order as it is stored now; a line of which no day is known is absent. */
    Map<Integer, LocalDate> of(String orderNumber);
}
