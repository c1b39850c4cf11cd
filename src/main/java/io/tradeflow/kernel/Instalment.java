package io.tradeflow.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Part of what a document asks for, with the last day it is to be paid on. */
public record Instalment(LocalDate dueOn, Money amount) {

    /**
     * What of each instalment is open when so much of the whole is: whatever settles the document, settles first what is due first.
     *
     * @param schedule first due first
     * @return as many as the schedule has, zero where nothing is open
     */
    public static List<Instalment> open(List<Instalment> schedule, Money open) {
        List<Instalment> left = new ArrayList<>();
        Money rest = open;
        for (int index = schedule.size() - 1; index >= 0; index--) {
            Instalment one = schedule.get(index);
            Money taken = rest.compareTo(one.amount()) < 0 ? rest : one.amount();
            left.add(0, new Instalment(one.dueOn(), taken));
            rest = rest.minus(taken);
        }
        return List.copyOf(left);
    }
}
