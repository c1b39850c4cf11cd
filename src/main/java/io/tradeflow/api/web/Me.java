package io.tradeflow.api.web;

import io.tradeflow.kernel.Actor;
import java.util.List;

/** Who is signed in. {@code groups} are a member of staff's, {@code buyerCode} is a buyer's user's company. */
record Me(String userId, String name, Kind kind, List<String> groups, String buyerCode) {

    enum Kind {
        STAFF,
        BUYER
    }

    static Me of(Actor actor) {
        if (actor instanceof Actor.BuyerUser buyer) {
            return new Me(buyer.userId(), buyer.name(), Kind.BUYER, List.of(), buyer.buyerCode());
        }
        List<String> groups = actor instanceof Actor.Staff staff
                ? staff.groups().stream().sorted().toList()
                : List.of();
        return new Me(actor.userId(), actor.name(), Kind.STAFF, groups, null);
    }
}
