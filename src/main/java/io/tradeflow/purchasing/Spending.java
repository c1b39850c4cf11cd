package io.tradeflow.purchasing;

import io.tradeflow.kernel.Money;
import io.tradeflow.party.BuyerPerson;
import io.tradeflow.party.Parties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people of a buyer have spent this month. */
@Service
public class Spending {

    private final SpendingBook book;
    private final Parties parties;

    Spending(SpendingBook book, Parties parties) {
        this.book = book;
        this.parties = parties;
    }

    /** Reserved and ordered on the own authority this month, in the buyer's currency. */
    @Transactional(readOnly = true)
    public Money usedThisMonth(BuyerPerson person) {
        return book.used(person.userId(), parties.buyer(person.buyerCode()).currency());
    }

    /** By user id. */
    @Transactional(readOnly = true)
    public Money usedThisMonth(String buyerCode, String userId) {
        return book.used(userId, parties.buyer(buyerCode).currency());
    }
}
