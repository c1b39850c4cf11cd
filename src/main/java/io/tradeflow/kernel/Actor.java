package io.tradeflow.kernel;

import java.util.Set;

/** Who asks for something: a member of staff, a buyer's user, or the program itself. */
public sealed interface Actor {

    /** The name that goes into timelines and decisions. */
    String name();

    /** The sign-in name. */
    String userId();

    record Staff(String userId, String name, Set<String> groups) implements Actor {

        public Staff {
            groups = Set.copyOf(groups);
        }

        public boolean isIn(String group) {
            return groups.contains(group);
        }
    }

    /** A user of a buying company; sees and does only what is that company's. */
    record BuyerUser(String userId, String name, String buyerCode) implements Actor {}

    /** A step the process takes by itself. */
    record Program(String name) implements Actor {

        @Override
        public String userId() {
            return "tradeflow";
        }
    }

    Actor PROGRAM = new Program("Tradeflow");
}
